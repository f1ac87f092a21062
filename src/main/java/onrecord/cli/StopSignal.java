package onrecord.cli;

/** A signal that asks a process to end, with its number on every system that has it. */
enum StopSignal {
  HUP(1),
  INT(2),
  TERM(15);

  private static final int SIGNALLED = 128;

  private final int number;

  StopSignal(int number) {
    this.number = number;
  }

  /** {@return the exit code of a process that has ended because of this signal} */
  int exitCode() {
    return SIGNALLED + number;
  }

  /** Ends the process at once. */
  void endProcess() {
    Runtime.getRuntime().halt(exitCode());
  }

  /** {@return the name, such as "SIGTERM"} */
  @Override
  public String toString() {
    return "SIG" + name();
  }
}
