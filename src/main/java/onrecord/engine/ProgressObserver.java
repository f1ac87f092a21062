package onrecord.engine;

/**
 * Is notified of the progress of work on a whole archive, such as its verification. It is called by
 * one thread at a time, which need not be the one that asked for the work, often and while the
 * archive is in use: an implementation is quick and does not use the archive.
 */
@FunctionalInterface
public interface ProgressObserver {

  /** An observer that does nothing. */
  ProgressObserver NONE = (done, whole) -> {};

  /**
   * Called after a part of the work is done.
   *
   * @param done how much is done, from 0 to the whole; it is less than before if the work had to be
   *     begun again
   * @param whole how much there is to do in the same unit, which depends on the work
   */
  void progressed(long done, long whole);
}
