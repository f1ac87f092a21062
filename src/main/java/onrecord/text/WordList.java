package onrecord.text;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Words of a language, read from a resource: lines of text in sections. A section starts with its
 * name in brackets, {@code [month]}; empty lines and lines that start with {@code #} are left out.
 * Immutable.
 */
public final class WordList {

  /**
   * A line of a word list.
   *
   * @param section the name of its section
   * @param text the line, without the blanks around it
   * @param number the number of the line in the resource, from 1
   */
  public record Line(String section, String text, int number) {

    /** {@return the words of the line, which are separated by blanks} */
    public List<String> words() {
      List<String> words = new ArrayList<>();
      char[] chars = text.toCharArray();
      int start = 0;
      for (int end = 0; end <= chars.length; end++) {
        if (end == chars.length || isBlank(chars[end])) {
          if (end > start) {
            words.add(new String(chars, start, end - start));
          }
          start = end + 1;
        }
      }
      return words;
    }

    private static boolean isBlank(char c) {
      return c <= ' ' || c > '~' && Character.isWhitespace(c);
    }
  }

  /**
   * A word of a word list.
   *
   * @param text the word
   * @param line the line it is in
   */
  public record Entry(String text, Line line) {

    /** {@return the name of the section the word is in} */
    public String section() {
      return line.section();
    }
  }

  private final String name;
  private final List<Line> lines;

  private WordList(String name, List<Line> lines) {
    this.name = name;
    this.lines = List.copyOf(lines);
  }

  /**
   * Reads a word list from a resource in UTF-8.
   *
   * @param owner the class whose package the name is relative to
   * @throws IllegalStateException if the resource is missing or malformed
   */
  public static WordList load(Class<?> owner, String name) {
    try (InputStream in = owner.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("word list " + name + " is missing");
      }
      return parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("word list " + name + " cannot be read", e);
    }
  }

  /**
   * Parses the text of a word list.
   *
   * @param name what the list is called in messages
   * @throws IllegalStateException if a section has no name, no lines or the name of another one, or
   *     if a line is in no section
   */
  public static WordList parse(String name, String text) {
    requireNonNull(text, "text");
    List<Line> lines = new ArrayList<>();
    Set<String> sections = new HashSet<>();
    Line section = new Line("", "", 0);
    boolean empty = false;
    int number = 0;
    int end = -1;
    for (int start = 0; start < text.length(); start = end + 1) {
      end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      number++;
      Line line = new Line(section.section(), text.substring(start, end).strip(), number);
      if (line.text().isEmpty() || line.text().startsWith("#")) {
        continue;
      }
      if (line.text().startsWith("[")) {
        if (empty) {
          throw malformed(name, section, "section '" + section.section() + "' is empty");
        }
        section = new Line(sectionName(name, line), line.text(), number);
        empty = true;
        if (!sections.add(section.section())) {
          throw malformed(name, line, "section '" + section.section() + "' was there before");
        }
      } else if (section.number() == 0) {
        throw malformed(name, line, "'" + line.text() + "' stands in no section");
      } else {
        lines.add(line);
        empty = false;
      }
    }
    if (empty) {
      throw malformed(name, section, "section '" + section.section() + "' is empty");
    }
    return new WordList(requireNonNull(name, "name"), lines);
  }

  private static String sectionName(String list, Line line) {
    String text = line.text();
    if (!text.endsWith("]") || text.length() < 3) {
      throw malformed(list, line, "expected a section such as [month], but found '" + text + "'");
    }
    return text.substring(1, text.length() - 1);
  }

  /**
   * {@return the lines, in order}
   *
   * @throws IllegalStateException if a section has the same line twice
   */
  public List<Line> lines() {
    Seen seen = new Seen();
    for (Line line : lines) {
      seen.add(line, line.text());
    }
    return lines;
  }

  /**
   * {@return the words of the lines, which are separated by blanks, in order}
   *
   * @throws IllegalStateException if a section has the same word twice
   */
  public List<Entry> words() {
    return words(lines);
  }

  private List<Entry> words(Iterable<Line> of) {
    List<Entry> words = new ArrayList<>();
    Seen seen = new Seen();
    for (Line line : of) {
      for (String word : line.words()) {
        seen.add(line, word);
        words.add(new Entry(word, line));
      }
    }
    return words;
  }

  /**
   * {@return the words of the section that bears the name of a constant of an enum, {@code
   * [date-preposition]} that of {@code DATE_PREPOSITION}}
   *
   * @throws IllegalStateException if there is no such section, or it has the same word twice
   */
  public List<String> section(String constant) {
    String section = sectionOf(constant);
    List<Line> own = new ArrayList<>();
    for (Line line : lines) {
      if (line.section().equals(section)) {
        own.add(line);
      }
    }
    List<String> found = words(own).stream().map(Entry::text).toList();
    if (found.isEmpty()) {
      throw new IllegalStateException(name + ": section '" + section + "' is missing");
    }
    return found;
  }

  /**
   * Checks that each section bears the name of a constant of an enum.
   *
   * @throws IllegalStateException if there is another section
   */
  public <E extends Enum<E>> void requireSections(Class<E> names) {
    Set<String> known = new HashSet<>();
    for (E constant : names.getEnumConstants()) {
      known.add(sectionOf(constant.name()));
    }
    for (Line line : lines) {
      if (!known.contains(line.section())) {
        throw malformed(line, "unknown section '" + line.section() + "'");
      }
    }
  }

  private static String sectionOf(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** {@return an exception that names the resource and the line, for the caller to throw} */
  public IllegalStateException malformed(Line line, String reason) {
    return malformed(name, line, reason);
  }

  private static IllegalStateException malformed(String name, Line line, String reason) {
    return new IllegalStateException(name + ", line " + line.number() + ": " + reason);
  }

  /** What was read of a section, whose lines follow one another. Not thread-safe. */
  private final class Seen {
    private final Set<String> texts = new HashSet<>();
    private String section = "";

    void add(Line line, String text) {
      if (!section.equals(line.section())) {
        section = line.section();
        texts.clear();
      }
      if (!texts.add(text)) {
        throw malformed(line, "section '" + section + "' has '" + text + "' twice");
      }
    }
  }
}
