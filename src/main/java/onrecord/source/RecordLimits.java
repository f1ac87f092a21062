package onrecord.source;

/**
 * How large a record may be, so that one that is too large for the heap is rejected instead of
 * ending the run. Immutable.
 *
 * <p>Reading a record needs up to 20 times its size, and extracting the quotations of a text up to
 * 80 times the size of the text.
 *
 * @param bytes the maximum number of bytes of a record, including fields that are ignored
 * @param characters the maximum number of characters of the text of an article
 */
record RecordLimits(int bytes, int characters) {

  /** The maximum number of bytes and of characters, whatever the heap; no article comes near it. */
  static final int MAXIMUM = 1 << 26;

  private static final int RECORDS_PER_HEAP = 32;
  private static final int TEXTS_PER_HEAP = 128;

  /** {@return the limits of this process} */
  static RecordLimits ofProcess() {
    return ofHeap(Runtime.getRuntime().maxMemory());
  }

  /** {@return the limits of a process with a maximum heap size in bytes} */
  static RecordLimits ofHeap(long heap) {
    return new RecordLimits(
        (int) Math.min(MAXIMUM, heap / RECORDS_PER_HEAP),
        (int) Math.min(MAXIMUM, heap / TEXTS_PER_HEAP));
  }

  /** {@return the reason for rejecting a record that is longer than {@link #bytes}} */
  String tooLong(String record) {
    return record + " must not be longer than " + bytes + " bytes, but is" + advice(bytes);
  }

  /**
   * Checks the text of an article.
   *
   * @throws IllegalArgumentException if it is too long
   */
  void requireText(String text) {
    if (text.length() > characters) {
      throw new IllegalArgumentException(
          "text must not be longer than "
              + characters
              + " characters, but has "
              + text.length()
              + advice(characters));
    }
  }

  /** {@return what a user can do about a limit} */
  private static String advice(int limit) {
    return limit == MAXIMUM ? "" : "; a larger heap (-Xmx) allows more, up to " + MAXIMUM;
  }
}
