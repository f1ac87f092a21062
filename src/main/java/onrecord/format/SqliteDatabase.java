package onrecord.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Splitter;
import com.google.common.io.Resources;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import onrecord.format.ArticleTexts.ArticleText;
import onrecord.model.Article;
import onrecord.model.FieldType;
import onrecord.model.FieldValue;
import onrecord.model.Fields;
import onrecord.model.Quotation;
import onrecord.model.Said;
import onrecord.model.Span;
import onrecord.model.Speaker;
import onrecord.query.Hit;
import onrecord.query.Passage;
import onrecord.text.CodePoints;

/**
 * Writes hits to an SQLite database, whose tables {@code sqlite.sql} defines. This is the only
 * class of this package that uses SQL. Not thread-safe.
 */
final class SqliteDatabase implements HitWriter {

  private static final Pattern HALF = Pattern.compile("\\p{Cs}");

  private final Connection database;
  private final ArticleTexts articles;
  private final Map<Insertion, PreparedStatement> statements = new EnumMap<>(Insertion.class);

  /** The insertion of a row, unless its key is there. */
  private enum Insertion {
    ARTICLE("articles VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
    AUTHOR("authors VALUES (?, ?, ?)"),
    TAG("tags VALUES (?, ?, ?)"),
    SPEAKER("speakers (name, type, identifier) VALUES (?, ?, ?)"),
    QUOTATION(
        "quotations VALUES (?, ?, (SELECT id FROM speakers WHERE name = ? AND type = ?"
            + " AND coalesce(identifier, '') = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
    RUN("runs VALUES (?, ?, ?, ?)"),
    ABOUT("about VALUES (?, ?, ?)"),
    OCCURRENCE("occurrences VALUES (?, ?, ?)"),
    ARTICLE_FIELD("article_fields VALUES (?, ?, ?, ?, ?)"),
    SPEAKER_FIELD("speaker_fields VALUES (?, ?, ?, ?, ?)"),
    QUOTATION_FIELD("quotation_fields VALUES (?, ?, ?, ?, ?)");

    private final String sql;

    Insertion(String into) {
      this.sql = "INSERT OR IGNORE INTO " + into;
    }
  }

  private SqliteDatabase(Connection database, ArticleTexts articles) {
    this.database = database;
    this.articles = articles;
  }

  /**
   * {@return a writer of a database}
   *
   * @param file an empty file
   */
  static HitWriter create(Path file, ArticleTexts articles) throws IOException {
    try {
      Connection database =
          DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath().toUri());
      try {
        database.setAutoCommit(false);
        createTables(database);
        return new SqliteDatabase(database, articles);
      } catch (SQLException | IOException | RuntimeException e) {
        database.close();
        throw e;
      }
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private static void createTables(Connection database) throws SQLException, IOException {
    String schema =
        Resources.toString(Resources.getResource(SqliteDatabase.class, "sqlite.sql"), UTF_8);
    try (Statement statement = database.createStatement()) {
      for (String definition : Splitter.on("\n\n").split(schema)) {
        statement.execute(definition);
      }
    }
  }

  @Override
  public void write(Hit hit) throws IOException {
    ArticleText in = articles.of(hit.article());
    try {
      if (insertArticle(in.article())) {
        insertAll(Insertion.AUTHOR, in.article().id(), in.article().authors());
        insertAll(Insertion.TAG, in.article().id(), in.article().tags());
        insertFields(Insertion.ARTICLE_FIELD, in.article().id(), in.article().fields());
      }
      if (insertQuotation(hit, in)) {
        insertRuns(hit.quotation(), in.text());
        insertAll(Insertion.ABOUT, hit.quotation().id(), hit.quotation().about());
        insertFields(
            Insertion.SPEAKER_FIELD, hit.quotation().id(), hit.quotation().speaker().fields());
        insertFields(Insertion.QUOTATION_FIELD, hit.quotation().id(), hit.quotation().fields());
        insertAll(
            Insertion.OCCURRENCE,
            hit.quotation().id(),
            hit.occurrences().stream().map(other -> other.quotation().id()).toList());
      }
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private boolean insertArticle(Article article) throws SQLException {
    return insert(
        Insertion.ARTICLE,
        article.id(),
        article.title(),
        article.published(),
        article.outlet(),
        article.section(),
        article.url(),
        article.language(),
        article.text());
  }

  private boolean insertQuotation(Hit hit, ArticleText in) throws SQLException {
    Quotation quotation = hit.quotation();
    Speaker speaker = quotation.speaker();
    if (speaker.isKnown()) {
      insert(Insertion.SPEAKER, speaker.name(), speaker.type(), speaker.id());
    }
    return insert(
        Insertion.QUOTATION,
        quotation.id(),
        in.article().id(),
        speaker.name(),
        speaker.type(),
        speaker.id().orElse(""),
        speaker.printed(),
        speaker.description(),
        quotation.text(),
        quotation.kind(),
        before(in.text(), quotation.mention().map(Span::start)),
        before(in.text(), quotation.mention().map(Span::end)),
        before(in.text(), quotation.cue().map(Span::start)),
        before(in.text(), quotation.cue().map(Span::end)),
        quotation.said().flatMap(Said::date),
        quotation.confidence(),
        quotation.rule(),
        hit.context().map(Passage::text));
  }

  private static Optional<Integer> before(CodePoints text, Optional<Integer> index) {
    return index.map(text::before);
  }

  private void insertRuns(Quotation quotation, CodePoints text) throws SQLException {
    int position = 1;
    for (Span run : quotation.runs()) {
      insert(
          Insertion.RUN,
          quotation.id(),
          position++,
          text.before(run.start()),
          text.before(run.end()));
    }
  }

  private void insertFields(Insertion insertion, String owner, Fields fields) throws SQLException {
    for (Map.Entry<String, List<FieldValue>> field : fields.values().entrySet()) {
      int position = 1;
      for (FieldValue value : field.getValue()) {
        insert(
            insertion,
            owner,
            field.getKey(),
            position++,
            value.type().word(),
            value.type() == FieldType.NUMBER ? value.number() : value.text());
      }
    }
  }

  private void insertAll(Insertion insertion, String owner, List<String> values)
      throws SQLException {
    int position = 1;
    for (String value : values) {
      insert(insertion, owner, position++, value);
    }
  }

  /** Inserts a row unless its key is there, and returns whether it was not. */
  private boolean insert(Insertion insertion, Object... values) throws SQLException {
    PreparedStatement statement = statements.get(insertion);
    if (statement == null) {
      statement = database.prepareStatement(insertion.sql);
      statements.put(insertion, statement);
    }
    for (int i = 0; i < values.length; i++) {
      Object value = values[i] instanceof Optional<?> optional ? optional.orElse(null) : values[i];
      switch (value) {
        case null -> statement.setObject(i + 1, null);
        case Number number -> statement.setObject(i + 1, number);
        default -> statement.setString(i + 1, HALF.matcher(value.toString()).replaceAll("\ufffd"));
      }
    }
    return statement.executeUpdate() > 0;
  }

  @Override
  public void close() throws IOException {
    try (Connection closed = database) {
      if (!closed.isClosed()) {
        closed.commit();
      }
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private static IOException failure(SQLException e) {
    return new IOException("cannot write SQLite: " + e.getMessage(), e);
  }
}
