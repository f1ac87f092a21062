package onrecord.source;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** Reads the members of tar archives. The only class that names its library, which is optional. */
final class Tar {

  private Tar() {}

  /**
   * {@return the records of the regular files of an archive}
   *
   * @throws IOException if it cannot be read
   */
  static RecordSource open(InputStream in, Origin origin, SourceOpener opener) throws IOException {
    TarArchiveInputStream tar = new TarArchiveInputStream(in, "UTF-8");
    return new ArchiveMembers(
        () -> {
          TarArchiveEntry entry = tar.getNextEntry();
          while (entry != null && !isRegularFile(entry)) {
            entry = tar.getNextEntry();
          }
          return entry == null ? null : entry.getName();
        },
        tar,
        origin,
        opener);
  }

  private static boolean isRegularFile(TarArchiveEntry entry) {
    byte type = entry.getLinkFlag();
    return !entry.isDirectory()
        && (type == TarConstants.LF_NORMAL
            || type == TarConstants.LF_OLDNORM
            || type == TarConstants.LF_CONTIG);
  }
}
