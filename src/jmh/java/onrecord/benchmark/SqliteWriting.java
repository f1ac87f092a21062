package onrecord.benchmark;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import onrecord.model.Article;
import onrecord.model.Quotation;
import onrecord.source.ArticleRecord;
import onrecord.text.Sentences;

/** The writing of articles to a database of {@link Sqlite}. Not thread-safe. */
final class SqliteWriting implements AutoCloseable {

  private static final int BATCH = 1_000;

  private final Connection connection;
  private final PreparedStatement article;
  private final PreparedStatement written;
  private final PreparedStatement quotation;
  private final PreparedStatement quoted;
  private long articles;
  private long quotations;

  SqliteWriting(Connection connection) throws SQLException {
    this.connection = connection;
    articles = number("SELECT coalesce(max(number), 0) FROM article");
    quotations = number("SELECT coalesce(max(number), 0) FROM quotation");
    article =
        connection.prepareStatement("INSERT INTO article VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    written =
        connection.prepareStatement("INSERT INTO written (rowid, title, text) VALUES (?, ?, ?)");
    quotation =
        connection.prepareStatement(
            "INSERT INTO quotation VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    quoted =
        connection.prepareStatement("INSERT INTO quoted (rowid, quote, sentence) VALUES (?, ?, ?)");
  }

  private static void batch(PreparedStatement statement, Object... values) throws SQLException {
    set(statement, values);
    statement.addBatch();
  }

  void add(ArticleRecord record) throws IOException, SQLException {
    Article each = record.article();
    articles++;
    batch(
        article,
        articles,
        each.id(),
        each.title(),
        each.outlet().orElse(""),
        each.section().orElse(""),
        each.language().orElse(""),
        each.url().orElse(""),
        each.published().map(Object::toString).orElse(""),
        String.join("; ", each.authors()),
        each.text());
    batch(written, articles, each.title(), each.text());
    for (Quotation said : record.quotations().orElseThrow()) {
      add(each, said);
    }
    if (articles % BATCH == 0) {
      flush();
    }
  }

  private void add(Article each, Quotation said) throws SQLException {
    quotations++;
    batch(
        quotation,
        quotations,
        said.id(),
        articles,
        said.speaker().name(),
        said.speaker().type().name(),
        each.outlet().orElse(""),
        each.section().orElse(""),
        each.published().map(Object::toString).orElse(""),
        each.published().map(p -> p.day().getYear()).orElse(0),
        said.kind().name(),
        said.cue().map(cue -> cue.in(each.text())).orElse(""),
        said.runs().toString(),
        said.rule(),
        said.confidence(),
        String.join("; ", said.about()),
        said.text());
    batch(quoted, quotations, said.text(), sentences(each, said));
  }

  private static String sentences(Article each, Quotation said) {
    StringBuilder sentences = new StringBuilder();
    Sentences.around(each.text(), said.runs())
        .forEach(span -> sentences.append(span.in(each.text())).append(' '));
    return sentences.toString();
  }

  /** Deletes an article that was added, whose words FTS5 needs to delete them. */
  void delete(ArticleRecord added) throws IOException, SQLException {
    Article each = added.article();
    long number = number("SELECT number FROM article WHERE id = ?", each.id());
    long first = number("SELECT min(number) FROM quotation WHERE article = ?", number);
    for (Quotation said : added.quotations().orElseThrow()) {
      execute(
          "INSERT INTO quoted (quoted, rowid, quote, sentence) VALUES ('delete', ?, ?, ?)",
          first,
          said.text(),
          sentences(each, said));
      first++;
    }
    execute(
        "INSERT INTO written (written, rowid, title, text) VALUES ('delete', ?, ?, ?)",
        number,
        each.title(),
        each.text());
    execute("DELETE FROM quotation WHERE article = ?", number);
    execute("DELETE FROM article WHERE number = ?", number);
  }

  private long number(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      set(statement, values);
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          throw new IllegalStateException("there is no row for " + sql);
        }
        return row.getLong(1);
      }
    }
  }

  private void execute(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      set(statement, values);
      statement.executeUpdate();
    }
  }

  private static void set(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }

  void flush() throws SQLException {
    for (PreparedStatement each : List.of(article, written, quotation, quoted)) {
      each.executeBatch();
    }
  }

  @Override
  public void close() throws SQLException {
    for (PreparedStatement each : List.of(article, written, quotation, quoted)) {
      each.close();
    }
  }
}
