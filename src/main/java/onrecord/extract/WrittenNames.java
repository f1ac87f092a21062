package onrecord.extract;

import com.google.common.base.CharMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import onrecord.extract.Tokens.Shape;
import org.jspecify.annotations.Nullable;

/** How names are compared, and how they are given out. */
final class WrittenNames {
  /** What the words of a phrase are wrapped with; a no-break space is left as it is. */
  private static final CharMatcher BLANK = CharMatcher.anyOf(" \t\n\u000b\f\r");

  private static final CharMatcher HYPHEN = CharMatcher.anyOf("\u2010\u2011");
  private static final CharMatcher SOFT_HYPHEN = CharMatcher.is('\u00ad');

  private final Tokens tokens;
  private final WordShapes shapes;

  /** The words that were asked for, as names are compared by them. */
  private final @Nullable String[] bare;

  WrittenNames(Tokens tokens, WordShapes shapes) {
    this.tokens = tokens;
    this.shapes = shapes;
    this.bare = new String[tokens.size()];
  }

  /** {@return the words of a name as they are compared, without a nickname} */
  List<String> parts(Phrase phrase) {
    List<String> parts = new ArrayList<>();
    int token = afterNickname(phrase.nameFirst(), phrase);
    while (token <= phrase.nameLast()) {
      if (!tokens.is(token, Lexicon.SUFFIX) || parts.isEmpty()) {
        parts.add(bare(token));
      }
      token = afterNickname(token + 1, phrase);
    }
    return parts.isEmpty() ? List.of(bare(phrase.nameLast())) : parts;
  }

  /** {@return the token after the nickname that starts at a token of a name, or that token} */
  private int afterNickname(int token, Phrase phrase) {
    int close = token > phrase.nameFirst() ? shapes.nicknames().end(token) : -1;
    return close > 0 && close < phrase.nameLast() ? close + 1 : token;
  }

  /** {@return the word as names are compared by it} */
  String bare(int token) {
    String word = bare[token];
    if (word == null) {
      word = compared(word(token));
      bare[token] = word;
    }
    return word;
  }

  private static String compared(String written) {
    boolean plain = written.indexOf('\u2010') < 0 && written.indexOf('\u2011') < 0;
    String word = (plain ? written : HYPHEN.replaceFrom(written, '-')).toLowerCase(Locale.ROOT);
    return word.endsWith(".") && word.length() > 2 ? word.substring(0, word.length() - 1) : word;
  }

  /** {@return the name as it is given out} */
  String display(Phrase phrase) {
    StringBuilder name = new StringBuilder();
    int token = afterNickname(phrase.nameFirst(), phrase);
    while (token <= phrase.nameLast()) {
      if (token > phrase.nameFirst() && tokens.start(token) > tokens.end(token - 1)) {
        name.append(' ');
      }
      name.append(cased(token, phrase));
      token = afterNickname(token + 1, phrase);
    }
    if (name.isEmpty()) {
      name.append(word(phrase.nameLast()));
    }
    boolean stop = name.charAt(name.length() - 1) == '.';
    if (stop && tokens.is(phrase.nameLast(), Lexicon.ORGANIZATION)) {
      // "Ltd." may end the sentence, and is the name's "Ltd" all the same.
      name.setLength(name.length() - 1);
    }
    return name.toString();
  }

  /** The word without the soft hyphens of a web page. */
  private String word(int token) {
    String word = tokens.string(token);
    return word.indexOf('\u00ad') < 0 ? word : SOFT_HYPHEN.removeFrom(word);
  }

  /** A word set in capitals for show ("JOHN Smith") comes out as a name is written. */
  private String cased(int token, Phrase phrase) {
    String word = word(token);
    boolean shown = tokens.shape(token) == Shape.UPPER && word.indexOf('.') < 0;
    if (!shown || phrase.nameFirst() == phrase.nameLast() && !shapes.isCapitalElsewhere(token)) {
      return word;
    }
    return tokens.is(token, Lexicon.GIVEN_NAME) || shapes.isCapitalElsewhere(token)
        ? word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT)
        : word;
  }

  /** {@return the words of the tokens on one line} */
  String text(int first, int last) {
    return BLANK.collapseFrom(tokens.text.substring(tokens.start(first), tokens.end(last)), ' ');
  }
}
