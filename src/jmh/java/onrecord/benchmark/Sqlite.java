package onrecord.benchmark;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import onrecord.source.ArticleRecord;

/**
 * The same articles and quotations in SQLite, as one does without Lucene: tables of articles and
 * quotations, and the words of quotations, sentences, titles and texts in FTS5. The lists of values
 * are counted with GROUP BY. Not thread-safe.
 */
final class Sqlite implements Closeable {

  private static final int PAGE = 10;
  private static final String TABLES =
      """
      CREATE TABLE article (number INTEGER PRIMARY KEY, id TEXT UNIQUE, title TEXT, outlet TEXT,
        section TEXT, language TEXT, url TEXT, published TEXT, authors TEXT, text TEXT);
      CREATE TABLE quotation (number INTEGER PRIMARY KEY, id TEXT, article INTEGER, speaker TEXT,
        speaker_type TEXT, outlet TEXT, section TEXT, published TEXT, year INTEGER, kind TEXT, cue TEXT,
        runs TEXT, rule TEXT, confidence REAL, about TEXT, quote TEXT);
      CREATE INDEX of_speaker ON quotation (speaker);
      CREATE INDEX of_article ON quotation (article);
      CREATE INDEX of_year ON quotation (year);
      CREATE VIRTUAL TABLE quoted USING fts5(quote, sentence, content='', tokenize='porter');
      CREATE VIRTUAL TABLE written USING fts5(title, text, content='', tokenize='porter');
      """;

  private static final String DIRECT = " AND q.kind <> 'INDIRECT'";

  private final Connection connection;

  /**
   * The quotations that are found.
   *
   * @param where an expression, which is empty for all
   * @param value the value of the parameter of the expression
   */
  record Condition(String where, Optional<String> value) {

    /** Finds all quotations. */
    static final Condition NONE = new Condition("1", Optional.empty());

    /** {@return the quotations whose words an expression of FTS5 finds} */
    static Condition quoted(String expression) {
      return new Condition("quoted MATCH ?", Optional.of("quote : " + expression));
    }

    private boolean isOfWords() {
      return where.startsWith("quoted");
    }

    private String from() {
      return isOfWords()
          ? " FROM quoted JOIN quotation q ON q.number = quoted.rowid"
          : " FROM quotation q";
    }
  }

  Sqlite(Path file) throws IOException {
    try {
      connection = open(file);
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  private static Connection open(Path file) throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file);
  }

  /** Adds articles to a new database, in one transaction. */
  static void index(Path file, Stream<ArticleRecord> articles) throws IOException {
    try (Connection connection = open(file);
        Statement statement = connection.createStatement()) {
      for (String table : TABLES.split(";\n")) {
        statement.execute(table);
      }
      connection.setAutoCommit(false);
      try (SqliteWriting writing = new SqliteWriting(connection)) {
        for (ArticleRecord article : (Iterable<ArticleRecord>) articles::iterator) {
          writing.add(article);
        }
        writing.flush();
      }
      connection.commit();
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  /** Replaces and deletes articles of a database, in one transaction. */
  static void change(Path file, Changes changes) throws IOException {
    try (Connection connection = open(file)) {
      connection.setAutoCommit(false);
      try (SqliteWriting writing = new SqliteWriting(connection)) {
        for (int number : changes.deleted()) {
          writing.delete(MadeArticles.article(number));
        }
        for (int number : changes.replaced()) {
          writing.delete(MadeArticles.article(number));
          writing.add(MadeArticles.revised(number));
        }
        writing.flush();
      }
      connection.commit();
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  /** Reads a page and the ten most frequent values of columns; returns the number of hits. */
  long search(Condition condition, List<String> columns) throws IOException {
    try {
      page(condition, PAGE);
      for (String column : columns) {
        query(
            "SELECT q.%s, count(*), count(DISTINCT q.article)".formatted(column)
                + condition.from()
                + " WHERE "
                + condition.where()
                + DIRECT
                + " GROUP BY 1 ORDER BY 2 DESC LIMIT "
                + PAGE,
            condition);
      }
      return query(
          "SELECT count(*)" + condition.from() + " WHERE " + condition.where() + DIRECT, condition);
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  private void page(Condition condition, int size) throws SQLException {
    query(
        "SELECT q.*, a.title, a.url"
            + condition.from()
            + " JOIN article a ON a.number = q.article WHERE "
            + condition.where()
            + DIRECT
            + (condition.isOfWords() ? " ORDER BY quoted.rank LIMIT " : " LIMIT ")
            + size,
        condition);
  }

  /** {@return the number in the first column of the last row; every value is read} */
  private long query(String sql, Condition condition) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      if (condition.value().isPresent()) {
        statement.setString(1, condition.value().get());
      }
      long last = 0;
      try (ResultSet rows = statement.executeQuery()) {
        int width = rows.getMetaData().getColumnCount();
        while (rows.next()) {
          last = rows.getLong(1);
          for (int i = 1; i <= width; i++) {
            rows.getString(i);
          }
        }
      }
      return last;
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
