package onrecord.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import onrecord.engine.EngineSettings;
import onrecord.extract.Extractor;
import onrecord.model.Article;
import onrecord.model.Published;
import onrecord.schema.Schema;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.store.FSDirectory;

/** A small archive with a file of every kind, in tests. */
final class SampleArchive {

  private SampleArchive() {}

  /** How the files of a segment are kept. */
  enum Layout {
    /** All in one. */
    COMPOUND,
    /** One by one. */
    SEPARATE
  }

  /** Writes an archive of two segments, in both of which articles have been replaced. */
  static void write(Path folder, Layout layout) throws IOException {
    IndexWriterConfig config =
        new IndexWriterConfig(Schema.analyzer())
            .setUseCompoundFile(layout == Layout.COMPOUND)
            .setMergePolicy(NoMergePolicy.INSTANCE)
            .setIndexDeletionPolicy(WriterConfig.deletionPolicy());
    Files.createDirectories(folder);
    Extractor extractor = new Extractor();
    try (ArchiveWriter writer =
        ArchiveWriter.open(
            "the archive", FSDirectory.open(folder), "1", EngineSettings.DEFAULT, config)) {
      for (int i = 0; i < 20; i++) {
        Article article =
            Article.builder("a" + i % 15, "“It is number " + i + ",” said Ann Lee. ".repeat(3))
                .title("Number " + i)
                .outlet("Outlet " + i % 3)
                .section("News")
                .authors(List.of("Bo Dahl", "Cy Moor"))
                .tags(List.of("bridge", "toll " + i % 2))
                .language("en")
                .url("https://news.example/" + i)
                .published(Published.parse("2020-11-%02d".formatted(1 + i)))
                .build();
        writer.put(article, Optional.of("1"), () -> extractor.extract(article));
        if (i == 9) {
          writer.commit();
        }
      }
    }
  }
}
