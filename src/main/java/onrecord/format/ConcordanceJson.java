package onrecord.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onrecord.model.Quotation;
import onrecord.query.Concordance;
import onrecord.query.ConcordanceKey;
import onrecord.query.ConcordanceRequest;
import onrecord.query.ConcordanceText;
import onrecord.text.CodePoints;

/** Writes the properties of concordances as JSON and reads them. */
final class ConcordanceJson {

  private ConcordanceJson() {}

  static void write(JsonWriter json, Concordance concordance, ArticleTexts texts)
      throws IOException {
    SelectionJson.property(json, concordance.selection());
    json.object(
        "request",
        concordance.request(),
        request -> {
          json.property("width", request.width());
          json.property(
              "order",
              request.order().stream().map(Object::toString).collect(Collectors.joining(",")));
          json.property("groupedBy", request.groupedBy());
          json.property("text", request.text().name());
          json.property("limit", request.limit());
        });
    json.property("quotations", concordance.quotations());
    json.property("matches", concordance.matches());
    json.objects(
        "groups",
        concordance.groups(),
        group -> {
          json.strings("values", group.values());
          json.property("matches", group.matches());
        });
    json.objects("lines", concordance.lines(), line -> line(json, line, texts));
  }

  private static void line(JsonWriter json, Concordance.Line line, ArticleTexts articles)
      throws IOException {
    json.property("left", line.left());
    json.property("match", line.match());
    json.property("right", line.right());
    json.strings("group", line.group());
    CodePoints text = new CodePoints(line.quotation().text());
    json.object("place", line.place(), place -> QuotationJson.bounds(json, place, text));
    HitJson.quotation(json, line.quotation(), line.article(), articles);
  }

  static Concordance read(JsonObject json, HitReading hits) throws IOException {
    JsonObject request = json.object("request");
    List<Concordance.Line> lines = new ArrayList<>();
    for (JsonObject line : json.objects("lines").toList()) {
      lines.add(line(line, hits));
    }
    return new Concordance(
        SelectionJson.read(json.object("selection")),
        new ConcordanceRequest(
            request.integer("width"),
            Stream.of(request.string("order").split(",", -1)).map(ConcordanceKey::parse).toList(),
            request.integer("groupedBy"),
            request.named("text", ConcordanceText.class),
            request.integer("limit")),
        json.longInteger("quotations"),
        json.longInteger("matches"),
        json.objects("groups")
            .map(group ->
                new Concordance.Group(group.strings("values"), group.longInteger("matches")))
            .toList(),
        lines);
  }

  private static Concordance.Line line(JsonObject json, HitReading hits) throws IOException {
    Quotation quotation = hits.quotation(json);
    return new Concordance.Line(
        json.string("left"),
        json.string("match"),
        json.string("right"),
        json.strings("group"),
        HitReading.span(json.object("place"), new CodePoints(quotation.text())),
        quotation,
        hits.article(json));
  }
}
