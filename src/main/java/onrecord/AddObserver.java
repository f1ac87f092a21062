package onrecord;

/**
 * Is told how {@link Archive#addAll} goes on, in the thread that called it. What it throws ends the
 * adding.
 */
public interface AddObserver {

  /** One that does nothing. */
  AddObserver NONE = new AddObserver() {};

  /**
   * Is told that a commit has returned.
   *
   * @param articles how many articles of this run have been taken so far, in the order of the
   *     input; all of them are lasting now
   */
  default void committed(long articles) {}

  /** Is told of an article that was not taken. */
  default void rejected(Rejection rejection) {}
}
