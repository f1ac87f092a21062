package onrecord.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import onrecord.model.Article;

/** What the tests of reading share. */
final class Reading {
  private Reading() {}

  static Path file(Path folder, String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  static Article only(Path path) throws IOException {
    List<ArticleRecord> records = read(path);
    assertThat(records).hasSize(1);
    return records.getFirst().article();
  }

  static List<String> failures(Path path) throws IOException {
    return read(path).stream().map(record -> record.failure().orElseThrow().getMessage()).toList();
  }

  static List<ArticleRecord> read(Path... paths) throws IOException {
    List<ArticleRecord> records = new ArrayList<>();
    try (ArticleReader reader = ArticleReader.open(List.of(paths))) {
      reader.forEachRemaining(records::add);
    }
    return records;
  }

  /** {@return the options with which the path {@code -} denotes a stream} */
  static ReadOptions from(InputStream in) {
    return ReadOptions.builder().standardInput(in).build();
  }

  /** {@return the options with which everything is of one format} */
  static ReadOptions as(ArticleFormat format) {
    return ReadOptions.builder().format(format).build();
  }

  static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write(bytes);
    }
    return zipped.toByteArray();
  }
}
