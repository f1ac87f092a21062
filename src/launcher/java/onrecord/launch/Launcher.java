package onrecord.launch;

/** Starts the command line. */
public final class Launcher {
  private Launcher() {}

  /** Runs the command line with the given arguments. */
  public static void main(String[] args) {
    throw new UnsupportedOperationException("no command line yet");
  }
}
