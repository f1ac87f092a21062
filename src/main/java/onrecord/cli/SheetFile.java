package onrecord.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import onrecord.format.CodedSheet.Problem;
import onrecord.format.CodingSheet;
import picocli.CommandLine.Parameters;

/** The parameter that names a sheet that coders have filled in. */
final class SheetFile {

  /** The maximum number of rows that are reported. */
  private static final int REPORTED = 20;

  @Parameters(
      paramLabel = "FILE",
      description = "Sheet as CSV, with commas or semicolons, or as text with tabs.")
  private Path file = Path.of("");

  /** {@return the sheet} */
  CodingSheet read() throws IOException {
    return CodingSheet.read(file);
  }

  /**
   * Reports the rows that cannot be used, each with its line, but not too many.
   *
   * @return the exit code
   */
  int report(List<Problem> problems, Terminal terminal) {
    problems.stream()
        .limit(REPORTED)
        .forEach(problem ->
            terminal.complain(file + ", line " + problem.line() + ": " + problem.message()));
    if (problems.size() > REPORTED) {
      terminal.complain("and " + (problems.size() - REPORTED) + " more lines cannot be used");
    }
    return problems.isEmpty() ? 0 : 1;
  }

  /** {@return the name of the file} */
  @Override
  public String toString() {
    return file.toString();
  }
}
