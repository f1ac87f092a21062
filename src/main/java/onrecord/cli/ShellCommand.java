package onrecord.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Opens the shell of Java on an archive. */
@Command(
    name = "shell",
    description = {
      "Opens JShell, the shell of Java, with the classes of Onrecord and java.util imported and the"
          + " archive, opened read-only, in the variable \"archive\". The command of JShell /help"
          + " explains it; /exit ends it.",
      "It needs a JDK, which has the module jdk.jshell."
    })
final class ShellCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private final ArchiveOption archive = new ArchiveOption();

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description =
          "Files of Java, and of commands of JShell, to run first. If the last line is /exit, the"
              + " command ends after them.")
  private List<Path> files = List.of();

  ShellCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    JdkModule.JSHELL.requireFor("shell", ModuleLayer.boot());
    archive.openReadOnly().close();
    return new JavaShell(terminal).run(archive.folder(), files);
  }
}
