package onrecord.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import onrecord.model.FieldType;
import onrecord.model.FieldValue;
import onrecord.model.PartialDate;
import onrecord.query.Facet;
import onrecord.query.Form;
import onrecord.query.InvalidSearchException;
import onrecord.query.OwnField;
import onrecord.query.TextPattern;
import onrecord.query.TextPattern.Match;
import onrecord.query.ValueRange;
import onrecord.schema.DateNumber;
import onrecord.schema.OwnIndexField;
import onrecord.schema.Snapshot;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.IntField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Translates queries on the fields that the owner of an archive has added, as the types of these
 * fields require. Not thread-safe.
 */
final class OwnQueries {

  private final Snapshot snapshot;
  private final Patterns patterns;

  OwnQueries(Snapshot snapshot, Patterns patterns) {
    this.snapshot = snapshot;
    this.patterns = patterns;
  }

  /** {@return where the values of a field are, if the archive has it} */
  OwnIndexField require(OwnField field) {
    return snapshot.ownFields().require(field);
  }

  /** {@return a query for the documents with one of the values, as filters and names specify it} */
  Query anyOf(OwnField field, Set<String> values) {
    OwnIndexField own = require(field);
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    values.forEach(value -> any.add(value(own, value), Occur.SHOULD));
    return any.build();
  }

  private Query value(OwnIndexField field, String value) {
    if (!value.equals(Facet.UNKNOWN)) {
      return known(field, value);
    }
    BooleanQuery.Builder missing =
        new BooleanQuery.Builder()
            .add(MatchAllDocsQuery.INSTANCE, Occur.MUST)
            .add(exists(field), Occur.MUST_NOT);
    return field.type() == FieldType.NAME
        ? new BooleanQuery.Builder()
            .add(missing.build(), Occur.SHOULD)
            .add(known(field, value), Occur.SHOULD)
            .build()
        : missing.build();
  }

  private static Query exists(OwnIndexField field) {
    return new FieldExistsQuery(field.type() == FieldType.TEXT ? field.terms() : field.name());
  }

  private Query known(OwnIndexField field, String value) {
    return switch (field.type()) {
      case TEXT -> patterns.translate(field.field(), Form.STEM, new TextPattern.Phrase(value, 0));
      case NAME -> names(field, value);
      case NUMBER -> new TermQuery(new Term(field.name(), checked(field, value).text()));
      case DAY -> {
        PartialDate date = date(field, value);
        yield IntField.newRangeQuery(
            field.numbers(), DateNumber.of(date.first()), DateNumber.of(date.last()));
      }
    };
  }

  private Query names(OwnIndexField field, String name) {
    try {
      Collection<BytesRef> like =
          snapshot.ordinals(field).like(name).stream().map(BytesRef::new).toList();
      return new TermInSetQuery(field.name(), like);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return a query for the documents with values that match a pattern} */
  Query text(OwnField field, Form form, TextPattern pattern) {
    OwnIndexField own = require(field);
    if (form == Form.CASE && own.type() != FieldType.TEXT) {
      throw new InvalidSearchException(
          "words in their case require a field of texts, but "
              + field.word()
              + " is a "
              + own.type().word());
    }
    return switch (own.type()) {
      case TEXT, NAME -> patterns.translate(field, form, pattern);
      case NUMBER, DAY ->
          known(
              own,
              single(pattern)
                  .orElseThrow(() ->
                      new InvalidSearchException(
                          "a "
                              + own.type().word()
                              + " or a range was expected for the field "
                              + field.word()
                              + ", but was "
                              + new onrecord.query.Query.Text(field, form, pattern))));
    };
  }

  /** {@return the text of a pattern that is a single value} */
  private static Optional<String> single(TextPattern pattern) {
    return pattern instanceof TextPattern.Words words && words.match() == Match.ALL
        ? Optional.of(words.text())
        : Optional.empty();
  }

  /** {@return a query for the documents with a value within a range} */
  Query ranged(OwnField field, ValueRange range) {
    OwnIndexField own = require(field);
    return switch (own.type()) {
      case NUMBER -> numbers(own, range);
      case DAY -> days(own, range);
      case TEXT, NAME ->
          throw new InvalidSearchException(
              "a range requires a field of numbers or days, but "
                  + field.word()
                  + " is a "
                  + own.type().word());
    };
  }

  private static Query numbers(OwnIndexField field, ValueRange range) {
    double from =
        range
            .from()
            .map(bound -> {
              double number = checked(field, bound.value()).number();
              return bound.included() ? number : next(number);
            })
            .orElse(Double.NEGATIVE_INFINITY);
    double to =
        range
            .to()
            .map(bound -> {
              double number = checked(field, bound.value()).number();
              return bound.included() ? number : previous(number);
            })
            .orElse(Double.POSITIVE_INFINITY);
    return DoubleField.newRangeQuery(field.numbers(), from, to);
  }

  /** {@return the next number in the order of the index, in which -0.0 is before 0.0} */
  private static double next(double number) {
    return number == 0 ? Double.MIN_VALUE : Math.nextUp(number);
  }

  private static double previous(double number) {
    return number == 0 ? -Double.MIN_VALUE : Math.nextDown(number);
  }

  private static Query days(OwnIndexField field, ValueRange range) {
    int from =
        range
            .from()
            .map(bound -> {
              PartialDate date = date(field, bound.value());
              return bound.included()
                  ? DateNumber.of(date.first())
                  : DateNumber.of(date.last()) + 1;
            })
            .orElse(Integer.MIN_VALUE);
    int to =
        range
            .to()
            .map(bound -> {
              PartialDate date = date(field, bound.value());
              return bound.included()
                  ? DateNumber.of(date.last())
                  : DateNumber.of(date.first()) - 1;
            })
            .orElse(Integer.MAX_VALUE);
    return IntField.newRangeQuery(field.numbers(), from, to);
  }

  private static FieldValue checked(OwnIndexField field, String value) {
    try {
      return new FieldValue(field.type(), value);
    } catch (IllegalArgumentException e) {
      throw wrong(field, e);
    }
  }

  private static PartialDate date(OwnIndexField field, String value) {
    try {
      return PartialDate.parse(value);
    } catch (IllegalArgumentException e) {
      throw wrong(field, e);
    }
  }

  private static InvalidSearchException wrong(OwnIndexField field, IllegalArgumentException cause) {
    InvalidSearchException wrong =
        new InvalidSearchException("field " + field.field().word() + ": " + cause.getMessage());
    wrong.initCause(cause);
    return wrong;
  }
}
