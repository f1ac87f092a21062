package onrecord;

/**
 * Is notified of the progress of {@link Archive#addAll}, by the thread that called it. An exception
 * that a method throws ends the adding.
 */
public interface AddObserver {

  /** An observer that does nothing. */
  AddObserver NONE = new AddObserver() {};

  /**
   * Called after a commit has returned.
   *
   * @param articles the number of articles of this run that have been added so far, in the order of
   *     the input; all of them are durable
   */
  default void committed(long articles) {}

  /**
   * {@return whether to stop} Called before each article. The articles before it are added, and
   * reported as if there were no others.
   */
  default boolean isStopRequested() {
    return false;
  }

  /**
   * Called after an article was added, found unchanged, withdrawn or rejected.
   *
   * @param articles the number of these articles of this run so far, in the order of the input
   */
  default void processed(long articles) {}

  /** Called for an article that was not added. */
  default void rejected(Rejection rejection) {}
}
