package onrecord;

import onrecord.cli.Main;

/** Runs the command line after it has announced on the standard output that it begins. */
final class Announced {

  static final String LINE = "Begins.";

  private Announced() {}

  public static void main(String[] arguments) {
    System.out.println(LINE);
    System.out.flush();
    Main.main(arguments);
  }
}
