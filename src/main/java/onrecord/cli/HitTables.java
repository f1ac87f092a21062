package onrecord.cli;

import java.io.IOException;
import java.util.List;
import onrecord.Archive;
import onrecord.format.HitFormat;
import onrecord.format.HitWriter;
import onrecord.format.TableFormat;
import onrecord.query.Hit;

/** Writes hits as tables. */
final class HitTables {

  private HitTables() {}

  static void write(List<Hit> hits, TableFormat format, Appendable out, Archive archive)
      throws IOException {
    try (HitWriter writer =
        format(format).writer(out, archive::article, archive.info().ownFields().keySet())) {
      writer.writeAll(hits.stream());
    }
  }

  /** {@return the format of hits that is a table of a format} */
  static HitFormat format(TableFormat format) {
    return switch (format) {
      case CSV -> HitFormat.CSV;
      case RAW_CSV -> HitFormat.RAW_CSV;
      case TSV -> HitFormat.TSV;
      case RAW_TSV -> HitFormat.RAW_TSV;
    };
  }
}
