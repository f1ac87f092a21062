package onrecord.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import onrecord.Archive;
import onrecord.ArchiveOptions;
import onrecord.engine.FrozenState;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Keeps the current state of an archive under a name. */
@Command(
    name = "freeze",
    description = {
      "Keeps the current state of the archive under a name: with --at NAME, every command that reads"
          + " the archive reads this state, whatever is added and deleted later. A state costs the"
          + " space of what the archive no longer needs for itself.",
      "A state survives an upgrade in its own format. A backup has no states; backup --at copies one.",
      "Without NAME, prints the states. Fields of the JSON: {\"states\": [{\"name\", \"day\","
          + " \"format\", \"bytes\"}]}, where bytes is the space that only this state needs."
    })
final class FreezeCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private final ArchiveOption archive = new ArchiveOption();

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      description =
          "Name of the state: at most 64 letters a to z, digits, dots, underscores and hyphens.")
  private @Nullable String name;

  @Option(names = "--delete", description = "Delete the state with this name instead.")
  private boolean delete;

  @Option(names = "--json", description = "Print one JSON object with the fields listed above.")
  private boolean json;

  FreezeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (name == null && delete) {
      throw new UsageException("--delete requires the name of a state");
    }
    List<FrozenState> states = name == null ? list() : change(name);
    if (json) {
      terminal.line(json(states));
    } else {
      print(states);
    }
    return 0;
  }

  private List<FrozenState> list() throws IOException {
    try (Archive open = archive.openReadOnly()) {
      return open.states();
    }
  }

  private List<FrozenState> change(String state) throws IOException {
    try (Archive open = archive.openPresent(ArchiveOptions.DEFAULT)) {
      if (delete) {
        if (!open.unfreeze(state)) {
          throw new IOException(archive.folder() + " has no frozen state '" + state + "'");
        }
      } else {
        open.freeze(state);
      }
      return open.states();
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private static String json(List<FrozenState> states) throws IOException {
    return Json.object(out -> {
      out.writeArrayPropertyStart("states");
      for (FrozenState state : states) {
        out.writeStartObject();
        out.writeStringProperty("name", state.name());
        out.writeStringProperty("day", state.day().toString());
        out.writeNumberProperty("format", state.format());
        out.writeNumberProperty("bytes", state.bytes());
        out.writeEndObject();
      }
      out.writeEndArray();
    });
  }

  private void print(List<FrozenState> states) {
    if (states.isEmpty()) {
      terminal.line("There are no frozen states.");
      return;
    }
    Table table =
        new Table(Table.Align.LEFT, Table.Align.LEFT, Table.Align.RIGHT, Table.Align.RIGHT);
    table.line("state", "frozen", "format", "bytes of its own");
    for (FrozenState state : states) {
      table.line(
          state.name(),
          state.day().toString(),
          String.valueOf(state.format()),
          String.valueOf(state.bytes()));
    }
    table.print(terminal);
  }
}
