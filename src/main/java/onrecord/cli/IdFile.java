package onrecord.cli;

import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads ids from a file in UTF-8, one on each line; empty lines are left out. */
final class IdFile implements ITypeConverter<IdFile.Ids> {

  /** The ids of a file. Picocli would take a list for several values of the option. */
  record Ids(List<String> ids) {}

  @Override
  public Ids convert(String name) {
    List<String> ids =
        ListFile.read(name).lines().map(String::strip).filter(id -> !id.isEmpty()).toList();
    if (ids.isEmpty()) {
      throw new TypeConversionException("must have an id on a line, but '" + name + "' is empty");
    }
    return new Ids(ids);
  }
}
