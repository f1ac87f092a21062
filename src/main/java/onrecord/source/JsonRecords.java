package onrecord.source;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;

/**
 * The articles among the values of a JSON parser: objects that have a text, alone, in lists, or in
 * objects that hold them. Only one article is held in memory. Not thread-safe.
 */
final class JsonRecords {

  private static final int MAX_FRAMES = 12;
  private static final int NAMES_LISTED = 12;
  private static final int MAX_SKIPPED = 100_000;

  private final JsonParser parser;
  private final JsonValue.Reader values;
  private final SourceInput input;
  private final FieldNames names;
  private final long line;
  // The lists and objects around the current token, the innermost first.
  private final Deque<Frame> frames = new ArrayDeque<>();

  /** A list or an object that is being read. */
  private static final class Frame {
    /** The name of the field that holds it; empty for an element of a list. */
    final String name;

    /** What it may be; null for a list. */
    final @Nullable JsonArticle article;

    final long line;

    /** The size of the values that were held when it started. */
    final long sizeBefore;

    /** Whether an article was found in it. */
    boolean holdsArticles;

    boolean hasText;

    boolean hasContent;

    Frame(String name, @Nullable JsonArticle article, long line, long sizeBefore) {
      this.name = name;
      this.article = article;
      this.line = line;
      this.sizeBefore = sizeBefore;
    }
  }

  /**
   * Creates a reader.
   *
   * @param line the line of the source of every value; 0 if the parser knows the line
   */
  JsonRecords(JsonParser parser, SourceInput input, FieldNames names, long line) {
    this.parser = parser;
    this.values = new JsonValue.Reader(parser, input.limits());
    this.input = input;
    this.names = names;
    this.line = line;
  }

  /**
   * {@return the next record, or null at the end}
   *
   * @throws IllegalArgumentException if the JSON is not valid, or nothing after a record that is
   *     too large or nested too deep can be read
   * @throws IOException if the JSON cannot be read
   */
  @Nullable ArticleRecord next() throws IOException {
    try {
      JsonToken token = parser.nextToken();
      while (token != null) {
        ArticleRecord record = token == JsonToken.END_OBJECT ? endObject() : readOrGiveUp(token);
        if (record != null) {
          return record;
        }
        token = parser.nextToken();
      }
      return null;
    } catch (JacksonIOException e) {
      throw e.getCause();
    } catch (StreamConstraintsException e) {
      throw new IllegalArgumentException(input.limits().tooLong("the record"), e);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(JsonSyntax.fault(e), e);
    }
  }

  private @Nullable ArticleRecord readOrGiveUp(JsonToken token) {
    try {
      return switch (token) {
        case PROPERTY_NAME -> readField();
        case END_ARRAY -> endList();
        default -> readValue("");
      };
    } catch (IllegalArgumentException e) {
      if (frames.stream().noneMatch(frame -> frame.article != null)
          || (line > 0 && frames.size() == 1)) {
        throw e;
      }
      return giveUp(e);
    }
  }

  /**
   * Leaves the innermost object, which is not as an article should be, and all that is in it.
   *
   * @throws IllegalArgumentException if it is nested too deep to find its end
   */
  private ArticleRecord giveUp(IllegalArgumentException reason) {
    while (frames.element().article == null) {
      frames.pop();
    }
    int depth = frames.size();
    int nested = parser.streamReadContext().getNestingDepth();
    while (nested >= depth) {
      if (nested > depth + MAX_SKIPPED) {
        throw reason;
      }
      nested = parser.nextToken() == null ? 0 : parser.streamReadContext().getNestingDepth();
    }
    Frame frame = frames.pop();
    frame.holdsArticles = true;
    leave(frame);
    return failed(frame.line, String.valueOf(reason.getMessage()));
  }

  /** Begins a list or an object; of other values, those outside of all are reported. */
  private @Nullable ArticleRecord readValue(String name) {
    JsonToken token = parser.currentToken();
    if (!frames.isEmpty()) {
      frames.element().hasContent = true;
    }
    if (frames.size() >= MAX_FRAMES) {
      JsonSyntax.skip(parser);
    } else if (token == JsonToken.START_OBJECT) {
      frames.push(new Frame(name, new JsonArticle(names), lineNumber(), values.size()));
    } else if (token == JsonToken.START_ARRAY) {
      frames.push(new Frame(name, null, lineNumber(), values.size()));
    } else if (frames.isEmpty()) {
      return failed(
          lineNumber(), "must be a JSON object, but starts with " + JsonSyntax.describe(token));
    }
    return null;
  }

  private long lineNumber() {
    return line > 0 ? line : Math.max(0, parser.currentTokenLocation().getLineNr());
  }

  private @Nullable ArticleRecord readField() {
    Frame frame = frames.element();
    JsonArticle article = frame.article;
    String name = parser.currentName();
    JsonToken token = parser.nextToken();
    frame.hasContent = true;
    if (article == null) {
      return null;
    }
    if (article.wants(name) && !isElasticsearchSource(name, token)) {
      values.read().ifPresent(value -> article.add(name, value));
      frame.hasText = frame.hasText || article.hasText();
      return null;
    }
    if (token.isStructStart() && !frame.hasText && !FieldNames.isApart(name)) {
      return readValue(name);
    }
    if (JsonSyntax.skip(parser)) {
      article.unused(name);
    }
    return null;
  }

  private static boolean isElasticsearchSource(String name, JsonToken token) {
    return name.equals("_source") && token == JsonToken.START_OBJECT;
  }

  private @Nullable ArticleRecord endList() {
    leave(frames.pop());
    return null;
  }

  private @Nullable ArticleRecord endObject() {
    Frame frame = frames.pop();
    JsonArticle article = frame.article;
    if (article == null) {
      return null;
    }
    boolean canceled = article.management().release().isCanceled() && isHeld(frame);
    if (canceled || frame.hasText && (isHeld(frame) || article.isDescribed())) {
      frame.holdsArticles = true;
      Optional<String> outlet = outlet();
      leave(frame);
      return toRecord(article, outlet, frame.line);
    }
    leave(frame);
    return frame.holdsArticles || !isHeld(frame) ? null : withoutText(article, frame.line);
  }

  private ArticleRecord toRecord(JsonArticle article, Optional<String> outlet, long number) {
    try {
      Optional<ExportedArticle> exported = article.exported();
      if (exported.isPresent()) {
        return exported.get().toRecord(input, number);
      }
      ArticleFields fields = article.toFields(outlet);
      NinjsManagement management = article.management();
      ArticleRecord record =
          management
              .release()
              .refusal(input, number, fields.id(), "a record")
              .orElseGet(() -> fields.toRecord(input, number, article::quotationsOf));
      return management.version().of(record, input.options().dates());
    } catch (IllegalArgumentException e) {
      return failed(number, String.valueOf(e.getMessage()));
    }
  }

  /** Informs the object or list around one that ended. */
  private void leave(Frame frame) {
    values.releaseTo(frame.sizeBefore);
    Frame outer = frames.peek();
    if (outer == null) {
      return;
    }
    outer.holdsArticles |= frame.holdsArticles;
    if (!frame.holdsArticles && frame.hasContent && outer.article != null) {
      outer.article.unused(frame.name);
    }
  }

  /** {@return whether an object is where articles are expected: outside of others, or listed} */
  private boolean isHeld(Frame frame) {
    Frame outer = frames.peek();
    if (outer == null || FieldNames.isWrapper(frame.name)) {
      return true;
    }
    return outer.article == null && (frames.size() == 1 || FieldNames.isWrapper(outer.name));
  }

  /** {@return the publisher that names a list of articles, as Fundus writes them} */
  private Optional<String> outlet() {
    Frame list = frames.peek();
    return list != null
            && list.article == null
            && frames.size() == 2
            && !FieldNames.isWrapper(list.name)
        ? Optional.of(list.name).filter(name -> !name.isBlank())
        : Optional.empty();
  }

  private ArticleRecord withoutText(JsonArticle article, long number) {
    if (article.isDescribed()) {
      return ArticleRecord.skipped(input.source(), number, "a record without a text");
    }
    if (article.hasField("text")) {
      return failed(number, "text is empty");
    }
    List<String> found = article.fieldNames();
    return failed(
        number,
        found.isEmpty()
            ? "text is missing"
            : "text is missing; the fields are "
                + String.join(", ", found.subList(0, Math.min(NAMES_LISTED, found.size())))
                + (found.size() > NAMES_LISTED ? " and others" : "")
                + ", of which one can be specified as the text");
  }

  private ArticleRecord failed(long number, String reason) {
    return ArticleRecord.failed(new ArticleFormatException(input.source(), number, reason));
  }
}
