package onrecord.schema;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import onrecord.model.PartialDate;
import org.apache.lucene.util.BytesRef;

/**
 * Reads the value of a field from the source of a document and adds it to the document. Stateless,
 * thread-safe.
 *
 * @param <S> the type of the source
 */
@FunctionalInterface
interface FieldValue<S> {

  /** Adds the value to a document. */
  void add(S source, IndexField field, FieldWriter document);

  /** {@return a text or name that every document has} */
  static <S> FieldValue<S> text(Function<S, String> value) {
    return (source, field, document) -> document.texts(field, List.of(value.apply(source)));
  }

  /** {@return the terms of a text that every document has} */
  static <S> FieldValue<S> analyzed(Function<S, IndexedTerms> value) {
    return (source, field, document) -> value.apply(source).add(field, document);
  }

  /** {@return a text or name that a document may lack} */
  static <S> FieldValue<S> optional(Function<S, Optional<String>> value) {
    return (source, field, document) ->
        document.texts(field, value.apply(source).map(List::of).orElseGet(List::of));
  }

  /** {@return any number of texts or names} */
  static <S> FieldValue<S> several(Function<S, List<String>> values) {
    return (source, field, document) -> document.texts(field, values.apply(source));
  }

  /** {@return an integer that every document has} */
  static <S> FieldValue<S> integer(ToIntFunction<S> value) {
    return (source, field, document) -> document.integer(field, value.applyAsInt(source));
  }

  /** {@return an integer that a document may lack} */
  static <S> FieldValue<S> optionalInteger(Function<S, Optional<Long>> value) {
    return (source, field, document) ->
        value.apply(source).ifPresent(number -> document.integer(field, number));
  }

  /** {@return a decimal number that every document has} */
  static <S> FieldValue<S> decimal(ToDoubleFunction<S> value) {
    return (source, field, document) -> document.decimal(field, value.applyAsDouble(source));
  }

  /** {@return bytes that a document may lack} */
  static <S> FieldValue<S> bytes(Function<S, Optional<BytesRef>> value) {
    return (source, field, document) ->
        value.apply(source).ifPresent(bytes -> document.bytes(field, bytes));
  }

  /** {@return the days of a date that a document may lack} */
  static <S> FieldValue<S> days(Function<S, Optional<PartialDate>> value) {
    return (source, field, document) ->
        value.apply(source).ifPresent(date -> document.days(field, date));
  }
}
