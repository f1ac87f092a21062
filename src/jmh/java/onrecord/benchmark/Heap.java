package onrecord.benchmark;

/** Measures the heap. Immutable. */
final class Heap {

  private Heap() {}

  /** {@return the bytes of the heap that are in use} */
  @SuppressWarnings("DoNotCallSuggester")
  static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
