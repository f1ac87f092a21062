package onrecord.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the script by which a shell completes the commands and options of Onrecord. */
@Command(
    name = "completion",
    description =
        "Prints the script by which a shell completes commands and options. The shell reads it when"
            + " it starts, for example by a line in ~/.bashrc.")
final class CompletionCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "SHELL", description = "Shell: ${COMPLETION-CANDIDATES}.")
  private Shell shell = Shell.BASH;

  /** A shell that can complete command lines. */
  enum Shell {
    BASH,
    ZSH,
    FISH
  }

  CompletionCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    CommandLine onrecord = Objects.requireNonNull(spec).commandLine().getParent();
    switch (shell) {
      case BASH -> print(AutoComplete.bash(onrecord.getCommandName(), onrecord));
      case ZSH -> {
        // The script for bash works in zsh, which looks for files that begin with this line.
        print("#compdef " + onrecord.getCommandName());
        print(AutoComplete.bash(onrecord.getCommandName(), onrecord));
      }
      case FISH -> print(FishCompletion.of(onrecord));
    }
    return 0;
  }

  private void print(String script) {
    script.lines().map(line -> line.replace('\t', ' ')).forEach(terminal::line);
  }
}
