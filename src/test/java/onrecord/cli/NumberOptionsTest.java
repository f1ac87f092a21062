package onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Options that are numbers: what is out of range is reported with the range, always the same. */
class NumberOptionsTest {

  private static final Set<Class<?>> NUMBERS =
      Set.of(int.class, long.class, Integer.class, Long.class, Duration.class);

  private static final List<String> INVALID =
      List.of("abc", "", "1.5.2", "--1", "1e99", "99999999999999999999", "-99999999999999999999");

  private static final Pattern RANGE =
      Pattern.compile(
          "must be a (whole number from -?\\d+ to \\d+|number of seconds, more than 0 and at most"
              + " \\d+), but was ");

  @TempDir Path folder;

  /** A command, one of its options, and whether it also has one for the archive. */
  private record Number(String command, String option, boolean hasArchive) {}

  static Stream<Number> numbers() {
    return commandLine().getSubcommands().values().stream()
        .map(CommandLine::getCommandSpec)
        .flatMap(command ->
            command.options().stream()
                .filter(option -> NUMBERS.contains(option.type()))
                .map(OptionSpec::longestName)
                .map(option ->
                    new Number(command.name(), option, command.findOption("--archive") != null)));
  }

  private static CommandLine commandLine() {
    Terminal terminal =
        new Terminal(
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream(),
            Terminal.Reader.PROGRAM,
            80);
    return Main.commandLine(terminal, new PrintWriter(Writer.nullWriter()));
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void whatIsNoNumberInTheRangeIsReportedWithTheOptionAndItsRange(Number number) {
    Set<String> ranges = new TreeSet<>();
    for (String invalid : INVALID) {
      String option = number.option + "=" + invalid;
      Run run =
          number.hasArchive
              ? Run.of(number.command, "--archive", folder.resolve("none"), option)
              : Run.of(number.command, option);

      assertThat(run.code()).as(invalid).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).contains("'" + number.option + "'").doesNotContain("Exception");
      Matcher range = RANGE.matcher(run.err());
      assertThat(range.find()).as(run.err()).isTrue();
      assertThat(run.err()).contains(range.group() + "'" + invalid + "'");
      ranges.add(range.group());
    }
    assertThat(ranges).hasSize(1);
  }

  @Test
  void everyKindOfNumberIsTried() {
    assertThat(numbers().map(Number::option))
        .contains(
            "--limit", "--time", "--context", "--size", "--seed", "--processors", "--max-states");
  }
}
