package onrecord.extract;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import onrecord.model.Speaker;

/**
 * Measures whom pronouns are taken to stand for, on the data set GAP (Webster, Recasens, Axelrod
 * and Baldridge 2018): paragraphs with a pronoun and two names, each of which it stands for or not.
 *
 * <pre>
 * mvn -q test-compile exec:exec@evaluate-pronouns -Deval.gold=gap-development.tsv
 * </pre>
 *
 * <p>Each name is a decision: right positive if the pronoun stands for it and has the same speaker.
 * F1 is over all decisions, and for masculine and feminine pronouns apart.
 */
public final class GapEvaluation {
  private static final int COLUMNS = 11;

  private GapEvaluation() {}

  /** Right positive, wrong positive and wrong negative decisions. */
  private static final class Counts {
    private int right;
    private int wrong;
    private int missed;

    void add(boolean expected, boolean found) {
      right += expected && found ? 1 : 0;
      wrong += !expected && found ? 1 : 0;
      missed += expected && !found ? 1 : 0;
    }

    String f1() {
      return String.format(
          Locale.ROOT,
          "P %.3f  R %.3f  F1 %.3f",
          ratio(right, right + wrong),
          ratio(right, right + missed),
          ratio(2 * right, 2 * right + wrong + missed));
    }

    private static double ratio(int part, int whole) {
      return whole == 0 ? 0 : (double) part / whole;
    }
  }

  /** Runs the evaluation; the property {@code eval.gold} names the file. */
  public static void main(String[] args) throws IOException {
    Path file = Path.of(System.getProperty("eval.gold", ""));
    boolean errors = Boolean.getBoolean("eval.errors");
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Counts all = new Counts();
    Counts men = new Counts();
    Counts women = new Counts();
    for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
      String[] row = line.split("\t", -1);
      if (row.length != COLUMNS) {
        throw new IOException("expected " + COLUMNS + " columns, but found: " + line);
      }
      Paragraph paragraph = new Paragraph(row[1]);
      Speaker pronoun = paragraph.at(row[2], row[3]);
      boolean woman = row[2].toLowerCase(Locale.ROOT).matches("she|her|hers");
      for (int name = 4; name <= 7; name += 3) {
        boolean expected = Boolean.parseBoolean(row[name + 2].toLowerCase(Locale.ROOT));
        boolean found = pronoun.isKnown() && pronoun.equals(paragraph.at(row[name], row[name + 1]));
        all.add(expected, found);
        (woman ? women : men).add(expected, found);
        if (errors && expected != found) {
          out.printf("%s %s %s, got %s: %s%n", row[0], row[name], expected, pronoun.name(), row[1]);
        }
      }
    }
    out.printf("all        %s%n", all.f1());
    out.printf("masculine  %s%n", men.f1());
    out.printf("feminine   %s%n", women.f1());
  }

  /** The speakers of a paragraph. */
  private static final class Paragraph {
    private final String text;
    private final Analysis analysis;
    private final Coreference coreference;

    Paragraph(String text) {
      this.text = text;
      this.analysis = Analysis.of(Tokenizer.tokenize(text, false));
      this.coreference = new Coreference(analysis, new Names(analysis), List.of());
    }

    /** Returns whom the words at an offset, counted in code points, stand for. */
    Speaker at(String words, String offset) {
      int start = text.offsetByCodePoints(0, Integer.parseInt(offset));
      int end = start + words.length();
      Tokens tokens = analysis.tokens();
      for (int token = tokens.size() - 1; token >= 0; token--) {
        boolean inside = tokens.start(token) < end && tokens.end(token) > start;
        int phrase = inside ? analysis.phrases().at(token) : Phrases.NONE;
        if (phrase != Phrases.NONE) {
          return coreference.speaker(phrase);
        }
      }
      return Speaker.UNKNOWN;
    }
  }
}
