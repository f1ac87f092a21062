package onrecord.format;

import java.util.List;
import onrecord.query.ErrorRates;

/** Writes the properties of error rates as JSON. */
final class ErrorRatesJson {

  private ErrorRatesJson() {}

  static void write(JsonWriter json, CodedSheet sheet) {
    ErrorRates rates = ErrorRates.of(sheet.judgements());
    json.property("label", sheet.label());
    json.property("blank", sheet.blank());
    json.optionalObject("all", rates.all(), rate -> write(json, rate));
    rates(json, "confidence", rates.confidence());
    rates(json, "rules", rates.rules());
    json.objects(
        "problems",
        sheet.problems(),
        problem -> {
          json.property("line", problem.line());
          json.property("message", problem.message());
        });
  }

  private static void rates(JsonWriter json, String name, List<ErrorRates.Rate> rates) {
    json.objects(name, rates, rate -> write(json, rate));
  }

  private static void write(JsonWriter json, ErrorRates.Rate rate) {
    json.property("value", rate.value());
    json.property("judged", rate.judged());
    json.property("wrong", rate.wrong());
    json.property("share", rate.share());
    json.property("lower", rate.interval().lower());
    json.property("upper", rate.interval().upper());
  }
}
