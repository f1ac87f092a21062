package onrecord.source;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Converts fragments of HTML, as fields of JSON and tables hold them, to plain text. A text without
 * tags is left as it is. It is not for whole pages, whose main text must be found first.
 */
final class MarkupText {

  private static final Pattern ESCAPED_TAG =
      Pattern.compile("&lt;/?(?:p|br|div|b|i|a|em|strong|blockquote|span|h[1-6]|li|ul)\\b");
  private static final Pattern TAG =
      Pattern.compile("<(/?)([A-Za-z][A-Za-z0-9]*+)(?:\\s[^<>]*+)?/?>|<!--");
  private static final Pattern ANY_TAG =
      Pattern.compile(
          "</?(?:p|br|div|span|a|b|i|em|strong|u|h[1-6]|ul|ol|li|blockquote|figure|img|script|style"
              + "|section|article|table|tr|td|iframe|hr|sup|sub)\\b[^<>]*+>",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ENTITY =
      Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9A-Fa-f]{1,6})|([A-Za-z]{2,8}));");
  private static final Pattern SPACES = Pattern.compile("[ \\t\\x0B\\f\\r\\u00A0]*\\n\\s*");
  private static final Pattern BLANKS = Pattern.compile("[ \\t\\r\\n]+");
  private static final char PARAGRAPH = '\u2029';
  private static final Splitter PARAGRAPHS = Splitter.on(PARAGRAPH);

  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "div",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "ul",
          "ol",
          "li",
          "blockquote",
          "section",
          "article",
          "table",
          "tr",
          "hr",
          "figure",
          "header",
          "footer",
          "aside",
          "dl",
          "dd",
          "dt");
  private static final Set<String> DROPPED =
      Set.of("script", "style", "figcaption", "iframe", "noscript", "svg");

  private static final ImmutableMap<String, String> ENTITIES =
      ImmutableMap.<String, String>builder()
          .put("amp", "&")
          .put("lt", "<")
          .put("gt", ">")
          .put("quot", "\"")
          .put("apos", "'")
          .put("nbsp", "\u00A0")
          .put("ldquo", "\u201C")
          .put("rdquo", "\u201D")
          .put("lsquo", "\u2018")
          .put("rsquo", "\u2019")
          .put("bdquo", "\u201E")
          .put("sbquo", "\u201A")
          .put("laquo", "\u00AB")
          .put("raquo", "\u00BB")
          .put("ndash", "\u2013")
          .put("mdash", "\u2014")
          .put("hellip", "\u2026")
          .put("euro", "\u20AC")
          .put("pound", "\u00A3")
          .put("auml", "\u00E4")
          .put("ouml", "\u00F6")
          .put("uuml", "\u00FC")
          .put("Auml", "\u00C4")
          .put("Ouml", "\u00D6")
          .put("Uuml", "\u00DC")
          .put("szlig", "\u00DF")
          .put("eacute", "\u00E9")
          .put("egrave", "\u00E8")
          .put("agrave", "\u00E0")
          .put("ccedil", "\u00E7")
          .put("ntilde", "\u00F1")
          .buildOrThrow();

  private MarkupText() {}

  /** {@return the character that an entity of HTML denotes, or the reference to an unknown one} */
  static String entity(String name) {
    return ENTITIES.getOrDefault(name, "&" + name + ";");
  }

  /** {@return the plain text of a fragment; the text itself if it has no tags} */
  static String plain(String text) {
    if (text.indexOf('<') < 0 && text.indexOf('&') < 0) {
      return text;
    }
    boolean escaped = text.contains("&lt;") && ESCAPED_TAG.matcher(text).find();
    String markup = escaped ? decode(text) : text;
    boolean tagged = markup.indexOf('<') >= 0 && ANY_TAG.matcher(markup).find();
    return tagged ? withoutTags(markup) : text;
  }

  private static String withoutTags(String markup) {
    StringBuilder out = new StringBuilder(markup.length());
    Matcher tag = TAG.matcher(markup);
    int from = 0;
    while (tag.find(from)) {
      append(out, markup.substring(from, tag.start()));
      from = tag.end();
      String name = tag.group(2) == null ? "" : tag.group(2).toLowerCase(Locale.ROOT);
      if (name.isEmpty()) {
        from = after("-->", markup, from);
      } else if (DROPPED.contains(name) && tag.group(1).isEmpty() && !tag.group().endsWith("/>")) {
        from = after(">", markup, after("</" + name, markup, from));
      } else if (BLOCKS.contains(name)) {
        out.append(PARAGRAPH);
      } else if (name.equals("br")) {
        out.append('\n');
      }
    }
    append(out, markup.substring(from));
    return paragraphs(out.toString());
  }

  /** {@return the index after the next occurrence of a text; the end if there is none} */
  private static int after(String text, String markup, int from) {
    for (int at = from; at <= markup.length() - text.length(); at++) {
      if (markup.regionMatches(true, at, text, 0, text.length())) {
        return at + text.length();
      }
    }
    return markup.length();
  }

  /** Line breaks of the source are blanks, as in HTML, unless the markup has none of its own. */
  private static void append(StringBuilder out, String text) {
    out.append(decode(BLANKS.matcher(text).replaceAll(" ")));
  }

  private static String paragraphs(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (String paragraph : PARAGRAPHS.split(text)) {
      String stripped = SPACES.matcher(paragraph).replaceAll("\n").strip();
      if (!stripped.isEmpty()) {
        out.append(out.isEmpty() ? "" : "\n\n").append(stripped);
      }
    }
    return out.toString();
  }

  private static String decode(String text) {
    if (text.indexOf('&') < 0) {
      return text;
    }
    return ENTITY
        .matcher(text)
        .replaceAll(entity -> {
          String character = ENTITIES.get(entity.group(3) == null ? "" : entity.group(3));
          if (character == null && entity.group(3) == null) {
            int code =
                entity.group(1) == null
                    ? Integer.parseInt(entity.group(2), 16)
                    : Integer.parseInt(entity.group(1));
            character = Character.isValidCodePoint(code) ? Character.toString(code) : null;
          }
          return Matcher.quoteReplacement(character == null ? entity.group() : character);
        });
  }
}
