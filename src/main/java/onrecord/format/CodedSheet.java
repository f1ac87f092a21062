package onrecord.format;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onrecord.model.Quotation;
import onrecord.query.Judgement;
import onrecord.query.Judgement.Verdict;

/**
 * The judgements of a {@link CodingSheet} on quotations of an archive. Immutable.
 *
 * @param label the name of the column that contains the judgements
 * @param judgements the judgements, in the order of the rows
 * @param blank the number of rows without a judgement
 * @param problems the rows whose judgements are not among them
 */
public record CodedSheet(
    String label, List<Judgement> judgements, long blank, List<Problem> problems) {

  /** Copies the lists. */
  public CodedSheet {
    requireNonNull(label, "label");
    judgements = List.copyOf(judgements);
    problems = List.copyOf(problems);
  }

  /**
   * A row that cannot be used. Immutable.
   *
   * @param line the line of the file that it starts at, from 1
   * @param message what is wrong with it
   */
  public record Problem(long line, String message) {
    /** Validates that the message is not null. */
    public Problem {
      requireNonNull(message, "message");
    }
  }

  /** Finds quotations. A reference to the method {@code unannotated} of an archive is one. */
  @FunctionalInterface
  public interface QuotationLookup {
    /**
     * {@return the quotation with an id; empty if there is none}
     *
     * @throws IOException if the archive cannot be read
     */
    Optional<Quotation> quotation(String id) throws IOException;
  }

  /**
   * Finds the quotations of the rows of a sheet. A judgement is used if the archive has the
   * quotation, with the words and the speaker that the sheet shows. The same judgement in two rows
   * is used once; if two rows contradict each other, neither is used.
   *
   * @param label the name of the column that contains the judgements, as {@link Verdict#parse}
   *     reads them
   * @throws IllegalArgumentException if the sheet has no such column
   * @throws IOException if the archive cannot be read
   */
  public static CodedSheet of(CodingSheet sheet, String label, QuotationLookup quotations)
      throws IOException {
    if (!sheet.labels().contains(label)) {
      throw new IllegalArgumentException(
          "the sheet has no column '"
              + label
              + "' for labels; those that it has are "
              + String.join(", ", sheet.labels()));
    }
    Reading reading = new Reading(label, quotations);
    for (CodingSheet.Row row : sheet.rows()) {
      reading.read(row);
    }
    return new CodedSheet(
        label,
        reading.byId.values().stream().flatMap(found -> found.judgement().stream()).toList(),
        reading.blank,
        reading.problems);
  }

  /** A judgement of a row; empty if another row contradicts it. */
  private record Found(long line, Optional<Judgement> judgement) {}

  /** Reads the rows of a sheet one after the other. */
  private static final class Reading {
    private final String label;
    private final SheetQuotations quotations;
    private final Map<String, Found> byId = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private long blank;

    Reading(String label, QuotationLookup quotations) {
      this.label = label;
      this.quotations = new SheetQuotations(quotations);
    }

    void read(CodingSheet.Row row) throws IOException {
      String value = row.values().getOrDefault(label, "");
      Optional<Verdict> verdict = Verdict.parse(value);
      if (row.excess() > 0) {
        problem(row, "has more cells than line 1 names columns, so its cells may be displaced");
      } else if (value.isEmpty()) {
        blank++;
      } else if (verdict.isEmpty()) {
        problem(
            row, label + " must be yes or no, but was '" + SheetQuotations.shortened(value) + "'");
      } else {
        judge(row, verdict.get());
      }
    }

    private void judge(CodingSheet.Row row, Verdict verdict) throws IOException {
      Optional<Quotation> found = quotations.find(row.quotation());
      if (found.isEmpty()) {
        problem(row, SheetQuotations.missing(row));
        return;
      }
      Quotation quotation = found.get();
      String speaker = HitTable.name(quotation.speaker());
      if (SheetQuotations.isOther(row.text(), quotation.text())) {
        problem(row, SheetQuotations.otherWords(row));
      } else if (SheetQuotations.isOther(row.speaker(), speaker)) {
        problem(
            row,
            "quotation '"
                + SheetQuotations.shortened(row.quotation())
                + "' is attributed to '"
                + SheetQuotations.shortened(speaker)
                + "' now, but to '"
                + SheetQuotations.shortened(row.speaker().orElse(""))
                + "' in the sheet");
      } else {
        add(row, new Judgement(quotation, verdict));
      }
    }

    private void add(CodingSheet.Row row, Judgement judgement) {
      Found before = byId.get(judgement.quotation().id());
      if (before == null) {
        byId.put(judgement.quotation().id(), new Found(row.line(), Optional.of(judgement)));
      } else if (before.judgement().isEmpty()
          || before.judgement().get().verdict() != judgement.verdict()) {
        byId.put(judgement.quotation().id(), new Found(before.line(), Optional.empty()));
        problem(
            row,
            "contradicts line "
                + before.line()
                + " about the quotation '"
                + SheetQuotations.shortened(row.quotation())
                + "', so that neither is used");
      }
    }

    private void problem(CodingSheet.Row row, String message) {
      problems.add(new Problem(row.line(), message));
    }
  }
}
