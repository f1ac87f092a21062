package onrecord.format;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onrecord.format.CodedSheet.Problem;
import onrecord.format.CodedSheet.QuotationLookup;
import onrecord.model.Annotation;
import onrecord.model.Annotation.Correction;
import onrecord.model.Annotation.Label;
import onrecord.model.Annotation.Statement;
import onrecord.model.FieldType;
import onrecord.model.FieldValue;
import onrecord.model.Fields;
import onrecord.model.Quotation;
import onrecord.model.Speaker;
import onrecord.model.SpeakerType;

/**
 * The annotations that coders have made in a {@link CodingSheet}. Immutable.
 *
 * {@snippet file="onrecord/format/SnippetsTest.java" region="annotations"}
 *
 * <p>Each column of labels becomes a field of the quotations. These columns have another meaning:
 * {@code coder} and {@code day} specify who coded the row and when; {@code corrected_speaker} is
 * who really said the words, or {@code (unknown)}, with {@code corrected_speaker_type}, which is
 * {@code person} if it is blank, {@code organization} or {@code unnamed}, and {@code
 * corrected_speaker_id}. A cell may have several values, separated by {@code |}, except one of a
 * text. A blank cell says nothing.
 *
 * @param rows the annotations, in the order of the rows
 * @param blank the number of rows without annotations
 * @param problems the rows with a cell that is not among them
 */
public record SheetAnnotations(List<Row> rows, long blank, List<Problem> problems) {

  private static final String CODER = "coder";
  private static final String DAY = "day";
  private static final String SPEAKER = "corrected_speaker";
  private static final String SPEAKER_TYPE = "corrected_speaker_type";
  private static final String SPEAKER_ID = "corrected_speaker_id";
  private static final Set<String> RESERVED = Set.of(CODER, DAY, SPEAKER, SPEAKER_TYPE, SPEAKER_ID);

  /** Copies the lists. */
  public SheetAnnotations {
    rows = List.copyOf(rows);
    problems = List.copyOf(problems);
  }

  /**
   * An annotation of a row. Immutable.
   *
   * @param line the line of the file that the row starts at, from 1
   * @param annotation the annotation
   */
  public record Row(long line, Annotation annotation) {
    /** Validates that the annotation is not null. */
    public Row {
      requireNonNull(annotation, "annotation");
    }
  }

  /** What the annotations of a sheet say about the cells of labels. */
  public enum Meaning {
    /** The quotations have the values of the cells. */
    LABELS,
    /** The coder withdraws what was said before, in the columns of cells that are not blank. */
    WITHDRAWALS
  }

  /**
   * How a sheet is read. Immutable.
   *
   * @param coder the coder of the rows that do not name one
   * @param day the day of the rows that do not have one
   * @param fields the types of the fields, by the names of the columns; a column without a type has
   *     names
   * @param meaning what the cells of labels mean
   */
  public record Settings(
      Optional<String> coder, LocalDate day, Map<String, FieldType> fields, Meaning meaning) {
    /** Copies the map. */
    public Settings {
      requireNonNull(coder, "coder");
      requireNonNull(day, "day");
      fields = Map.copyOf(fields);
      requireNonNull(meaning, "meaning");
    }
  }

  /** {@return whether a sheet has a column for labels or for corrections of speakers} */
  public static boolean areIn(CodingSheet sheet) {
    return sheet.labels().stream()
        .anyMatch(column -> column.equals(SPEAKER) || !RESERVED.contains(column));
  }

  /**
   * Reads the annotations of a sheet. A row is used if the archive has the quotation with the words
   * that the sheet shows. The same annotation in two rows is used once; if a coder contradicts
   * another row of the same day, neither is used.
   *
   * @throws IOException if the archive cannot be read
   */
  public static SheetAnnotations of(
      CodingSheet sheet, Settings settings, QuotationLookup quotations) throws IOException {
    Reading reading = new Reading(sheet, settings, new SheetQuotations(quotations));
    for (CodingSheet.Row row : sheet.rows()) {
      reading.read(row);
    }
    return new SheetAnnotations(reading.rows(), reading.blank, reading.problems);
  }

  /** What a coder says on a day about a field of a quotation, or about its speaker. */
  private record Topic(String quotation, String field, String coder, LocalDate day) {
    static Topic of(Annotation annotation) {
      return new Topic(
          annotation.quotation(),
          annotation.statement() instanceof Label label ? label.field() : "",
          annotation.coder(),
          annotation.day());
    }
  }

  /** Reads the rows of a sheet one after the other. */
  private static final class Reading {
    private final Settings settings;
    private final SheetQuotations quotations;
    private final List<String> fields = new ArrayList<>();
    private final Map<Topic, Row> read = new LinkedHashMap<>();
    private final Map<Topic, Long> contradicted = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private long blank;

    Reading(CodingSheet sheet, Settings settings, SheetQuotations quotations) {
      this.settings = settings;
      this.quotations = quotations;
      for (String column : sheet.labels()) {
        if (RESERVED.contains(column)) {
          continue;
        }
        if (Fields.isName(column)) {
          fields.add(column);
        } else {
          problems.add(
              new Problem(
                  1,
                  "column '"
                      + SheetQuotations.shortened(column)
                      + "' is not used: the name of a label consists of letters in lower case,"
                      + " digits and underscores"));
        }
      }
    }

    List<Row> rows() {
      return List.copyOf(read.values());
    }

    void read(CodingSheet.Row row) throws IOException {
      boolean labelled =
          row.values().containsKey(SPEAKER) || fields.stream().anyMatch(row.values()::containsKey);
      if (row.excess() > 0) {
        problem(row, "has more cells than line 1 names columns, so its cells may be displaced");
      } else if (!labelled) {
        blank++;
      } else {
        Optional<Quotation> found = quotations.find(row.quotation());
        if (found.isEmpty()) {
          problem(row, SheetQuotations.missing(row));
        } else if (SheetQuotations.isOther(row.text(), found.get().text())) {
          problem(row, SheetQuotations.otherWords(row));
        } else {
          annotate(row, found.get().id());
        }
      }
    }

    private void annotate(CodingSheet.Row row, String quotation) {
      for (String field : fields) {
        Optional.ofNullable(row.values().get(field))
            .ifPresent(cell -> annotate(row, quotation, field, () -> label(field, cell)));
      }
      if (row.values().containsKey(SPEAKER)) {
        annotate(row, quotation, SPEAKER, () -> correction(row.values()));
      }
    }

    /** Reads a cell. */
    @FunctionalInterface
    private interface Cell {
      Statement read();
    }

    private void annotate(CodingSheet.Row row, String quotation, String column, Cell cell) {
      try {
        String coder =
            Optional.ofNullable(row.values().get(CODER))
                .or(settings::coder)
                .orElseThrow(() ->
                    new IllegalArgumentException(
                        "the coder is not known; name one in a column 'coder', or for all rows by"
                            + " --coder"));
        LocalDate day =
            Optional.ofNullable(row.values().get(DAY))
                .map(value -> new FieldValue(FieldType.DAY, value).day())
                .orElse(settings.day());
        add(row, new Annotation(quotation, cell.read(), coder, day));
      } catch (IllegalArgumentException e) {
        problem(row, column + ": " + e.getMessage());
      }
    }

    private Label label(String field, String cell) {
      if (settings.meaning() == Meaning.WITHDRAWALS) {
        return new Label(field, List.of());
      }
      FieldType type = settings.fields().getOrDefault(field, FieldType.NAME);
      List<String> values = type == FieldType.TEXT ? List.of(cell) : ListCell.elements(cell);
      if (values.isEmpty()) {
        throw new IllegalArgumentException("a value was expected, but was '" + cell + "'");
      }
      return new Label(field, values.stream().map(value -> new FieldValue(type, value)).toList());
    }

    private Correction correction(Map<String, String> cells) {
      if (settings.meaning() == Meaning.WITHDRAWALS) {
        return new Correction(Optional.empty());
      }
      String name = cells.getOrDefault(SPEAKER, "");
      if (name.equals(Speaker.UNKNOWN.name())) {
        return new Correction(Optional.of(Speaker.UNKNOWN));
      }
      return new Correction(
          Optional.of(
              new Speaker(
                  name,
                  type(cells.getOrDefault(SPEAKER_TYPE, "")),
                  Optional.empty(),
                  Optional.ofNullable(cells.get(SPEAKER_ID)),
                  Optional.empty())));
    }

    private static SpeakerType type(String cell) {
      return switch (cell.toLowerCase(Locale.ROOT)) {
        case "", "person" -> SpeakerType.PERSON;
        case "organization" -> SpeakerType.ORGANIZATION;
        case "unnamed" -> SpeakerType.UNNAMED;
        default ->
            throw new IllegalArgumentException(
                "the type must be person, organization or unnamed, but was '"
                    + SheetQuotations.shortened(cell)
                    + "'");
      };
    }

    private void add(CodingSheet.Row row, Annotation annotation) {
      Topic topic = Topic.of(annotation);
      Row before = read.get(topic);
      Long line = contradicted.get(topic);
      if (before == null && line == null) {
        read.put(topic, new Row(row.line(), annotation));
      } else if (before == null || !before.annotation().equals(annotation)) {
        contradicted.putIfAbsent(topic, before == null ? row.line() : before.line());
        read.remove(topic);
        problem(
            row,
            "contradicts line "
                + contradicted.get(topic)
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
