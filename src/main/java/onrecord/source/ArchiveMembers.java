package onrecord.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The records of the members of an archive file, such as a ZIP file, one member after the other.
 * The names of the members are mere labels: nothing is written to disk. Not thread-safe.
 */
final class ArchiveMembers implements RecordSource {

  private final Names names;
  private final InputStream content;
  private final Origin origin;
  private final SourceOpener opener;
  private @Nullable RecordSource member;
  private Origin memberOrigin;

  /** The members of an archive file. */
  @FunctionalInterface
  interface Names {
    /**
     * Goes to the next member.
     *
     * @return its path within the archive, or null at the end
     * @throws IOException if no further member can be read
     */
    @Nullable String next() throws IOException;
  }

  /**
   * Creates a source.
   *
   * @param names goes from member to member
   * @param content the content of the current member
   * @param origin where the archive file comes from
   * @param opener opens each member
   */
  ArchiveMembers(Names names, InputStream content, Origin origin, SourceOpener opener) {
    this.names = names;
    this.content = content;
    this.origin = origin;
    this.opener = opener;
    this.memberOrigin = origin;
  }

  @Override
  public @Nullable ArticleRecord next() throws IOException {
    while (true) {
      try {
        if (member != null) {
          ArticleRecord record = member.next();
          if (record != null) {
            return record;
          }
          close();
        }
        String path = names.next();
        if (path == null) {
          return null;
        }
        memberOrigin = origin.member(path);
        member = opener.open(new Unclosed(content), memberOrigin);
      } catch (ArticleFormatException e) {
        close();
        return ArticleRecord.failed(e);
      } catch (IOException e) {
        if (member == null) {
          throw e;
        }
        close();
        return ArticleRecord.failed(Failures.of(memberOrigin.source(), e));
      }
    }
  }

  @Override
  public void close() throws IOException {
    RecordSource open = member;
    member = null;
    if (open != null) {
      open.close();
    }
  }

  /** The content of a member, which is closed by going to the next. */
  private static final class Unclosed extends FilterInputStream {
    Unclosed(InputStream in) {
      super(in);
    }

    @Override
    public void close() {
      // The archive file stays open.
    }
  }
}
