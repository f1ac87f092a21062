package onrecord.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import onrecord.Archive;
import onrecord.model.Article;
import onrecord.model.Published;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Random command lines of every command with every option, some of whose values are valid. All
 * files that they name are in one folder.
 */
final class RandomCommands {

  private static final Set<Class<?>> NUMBERS =
      Set.of(int.class, long.class, Integer.class, Long.class, Duration.class);
  private static final List<String> SOME_NUMBERS =
      List.of(
          "0",
          "1",
          "2",
          "7",
          "-1",
          "10001",
          "2147483647",
          "2147483648",
          "99999999999",
          "1.5",
          "1e3",
          "1e-999999999",
          "1e999999999",
          "abc",
          "",
          " 1",
          "+1",
          "0x10",
          "\u0661",
          "NaN");
  private static final List<String> VALUES =
      List.of(
          "mill",
          "ada",
          "holm*",
          "\"mill opens\"~2",
          "speaker:holm",
          "/m[ia]ll/",
          "mlil~2",
          "(",
          "speaker",
          "outlet:3",
          "published:month",
          "confidence",
          "said:year",
          "tag:",
          "x:y",
          "outlet=Sun",
          "=",
          "published=2020",
          "speaker=",
          "text=Body",
          "id=a,url=",
          "2020-11",
          "2020-11-22..",
          "..2020",
          "2021..2020",
          "2020-02-30",
          "csv",
          "tsv",
          "bibtex",
          "ris",
          "tei",
          "sqlite",
          "graphml",
          "gexf",
          "schema-org",
          "jsonl",
          "d/m/y",
          "a#1",
          "a",
          "*",
          "?",
          "~",
          "NOT",
          "a AND",
          "\u00e9\u0301",
          "\ud800",
          "-",
          "--",
          "'",
          "");

  private final Choices choices;
  private final Path folder;
  private final List<CommandSpec> commands;

  RandomCommands(Choices choices, Path folder) {
    this.choices = choices;
    this.folder = folder;
    this.commands =
        Main.commandLine(
                new Terminal(
                    java.io.InputStream.nullInputStream(),
                    java.io.OutputStream.nullOutputStream(),
                    java.io.OutputStream.nullOutputStream(),
                    Terminal.Reader.PROGRAM,
                    80),
                new PrintWriter(Writer.nullWriter()))
            .getSubcommands()
            .values()
            .stream()
            .map(CommandLine::getCommandSpec)
            // Ends when it is stopped.
            .filter(command -> !Set.of("serve", "shell").contains(command.name()))
            .toList();
  }

  /** Writes the files that the command lines name. */
  static void writeFiles(Path folder) throws IOException {
    try (Archive open = Archive.open(folder.resolve("archive"))) {
      open.add(
          Article.builder("a", "\u201cThe mill opens,\u201d Ada Holm said.")
              .published(Published.parse("2020-11-22"))
              .outlet("Sun")
              .build());
    }
    Files.createDirectories(folder.resolve("articles/inner"));
    Files.writeString(folder.resolve("articles/b.txt"), "\u201cIt closes,\u201d Bo Dahl said.");
    Files.writeString(folder.resolve("articles/inner/c.csv"), "id,text\nc,Mill.\nc,\n");
    Files.writeString(folder.resolve("broken.jsonl"), "{\"id\": 5\n{}\n[\n");
    Files.writeString(folder.resolve("list.csv"), "name\nAda Holm\n");
    Files.writeString(folder.resolve("citation.txt"), "query: mill\n");
  }

  /** The number of commands. */
  int commands() {
    return commands.size();
  }

  /** {@return a command line} */
  List<String> next() {
    CommandSpec command = choices.of(commands);
    List<String> line = new ArrayList<>(List.of(command.name()));
    for (OptionSpec option : command.options()) {
      if (option.longestName().equals("--archive") ? !choices.isOneIn(20) : choices.isOneIn(6)) {
        add(line, option);
      }
    }
    for (ArgSpec parameter : command.positionalParameters()) {
      for (int i = choices.below(3); i > 0; i--) {
        line.add(value(parameter));
      }
    }
    if (choices.isOneIn(20)) {
      line.add(choices.below(line.size() + 1), notAPath(choices.text()));
    }
    return line;
  }

  private void add(List<String> line, OptionSpec option) {
    String name = option.names()[0];
    if (option.arity().max() == 0) {
      line.add(name);
    } else if (choices.isOneIn(2)) {
      line.addAll(List.of(name, value(option)));
    } else {
      line.add(name + "=" + value(option));
    }
  }

  private String value(ArgSpec argument) {
    Class<?> type =
        argument.auxiliaryTypes().length == 0 ? argument.type() : argument.auxiliaryTypes()[0];
    if (type == Path.class || argument.paramLabel().equals("FILE")) {
      return path(argument);
    }
    if (choices.isOneIn(15)) {
      return choices.text();
    }
    if (NUMBERS.contains(type)) {
      return choices.of(SOME_NUMBERS);
    }
    List<String> candidates = candidates(argument, type);
    return candidates.isEmpty() || choices.isOneIn(5) ? choices.of(VALUES) : choices.of(candidates);
  }

  private static List<String> candidates(ArgSpec argument, Class<?> type) {
    if (type.isEnum()) {
      return Stream.of(type.getEnumConstants())
          .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
          .toList();
    }
    List<String> candidates = new ArrayList<>();
    if (argument.completionCandidates() != null) {
      argument.completionCandidates().forEach(candidates::add);
    }
    return candidates;
  }

  private String path(ArgSpec argument) {
    if (argument.isOption() && argument.paramLabel().equals("DIR") && !choices.isOneIn(5)) {
      return folder.resolve("archive").toString();
    }
    String name =
        choices.of(
            List.of(
                "archive",
                "articles",
                "broken.jsonl",
                "list.csv",
                "citation.txt",
                "missing",
                "missing/below",
                "new-" + choices.below(9),
                "b\u001b[2J\u202e",
                "a\u0000b",
                "articles/b.txt"));
    return folder + "/" + name;
  }

  /** A text that is not taken for a path to the outside of the folder. */
  private static String notAPath(String text) {
    return "--" + text.replace("/", "").replace("\\", "");
  }
}
