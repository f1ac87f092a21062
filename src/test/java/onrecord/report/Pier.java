package onrecord.report;

import java.io.IOException;
import onrecord.Archive;
import onrecord.model.Article;
import onrecord.model.Published;

/** A small archive about a pier. */
final class Pier {

  /** What an article may contain that is not to be an element of a page. */
  static final String SCRIPT = "<script>alert('pier')</script>";

  private Pier() {}

  /** {@return the archive; the caller closes it} */
  static Archive archive() throws IOException {
    Archive archive = Archive.inMemory();
    archive.add(
        article("one", "\"Bo Lind sold the pier, and the pier leaks,\" said Ada Holm.")
            .published(Published.parse("2024-05-01"))
            .url("https://pier.example/one?a=1&b=2")
            .build());
    archive.add(
        article("two", "\"The pier is mine,\" said Bo Lind. \"Ask Ada Holm,\" he said.")
            .published(Published.parse("2024-07-02"))
            .url("javascript:alert(1)")
            .build());
    archive.add(article("three", "\"It rains on Ada Holm,\" said Bo Lind.").build());
    archive.add(
        article("four", "\"Rust is patient.\"").published(Published.parse("2024-07-03")).build());
    archive.commit();
    return archive;
  }

  private static Article.Builder article(String id, String text) {
    return Article.builder(id, text).title("The pier, part " + id).outlet("Quay Post");
  }

  /** {@return an archive whose only article consists of elements; the caller closes it} */
  static Archive ofScripts() throws IOException {
    Archive archive = Archive.inMemory();
    archive.add(
        Article.builder(SCRIPT, "\"The " + SCRIPT + " leaks,\" said " + SCRIPT + " Holm.")
            .title(SCRIPT)
            .outlet(SCRIPT)
            .section(SCRIPT)
            .url("https://pier.example/\"><script>")
            .published(Published.parse("2024-05-01"))
            .build());
    archive.commit();
    return archive;
  }
}
