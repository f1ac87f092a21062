package onrecord.eval;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import onrecord.model.Quotation;
import onrecord.model.Span;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes quoted runs as JSON Lines: one article per line, {@code {"id", "quotations": [{"start",
 * "end", "speaker", "mention"}]}}, with offsets in code points.
 */
final class Predictions {
  private Predictions() {}

  static void write(Path file, List<GoldArticle> articles, List<List<Quotation>> quotations)
      throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int i = 0; i < articles.size(); i++) {
        String text = articles.get(i).article().text();
        ObjectNode line = JsonMapper.shared().createObjectNode();
        line.put("id", articles.get(i).article().id());
        ArrayNode runs = line.putArray("quotations");
        for (QuotedScore.Entry entry : QuotedScore.entries(quotations.get(i))) {
          runs.add(run(entry, text));
        }
        out.write(JsonMapper.shared().writeValueAsString(line));
        out.write('\n');
      }
    }
  }

  private static ObjectNode run(QuotedScore.Entry entry, String text) {
    ObjectNode node = JsonMapper.shared().createObjectNode();
    node.put("start", codePoints(text, entry.run().start()));
    node.put("end", codePoints(text, entry.run().end()));
    if (entry.quotation().speaker().isKnown()) {
      node.put("speaker", entry.quotation().speaker().name());
    } else {
      node.putNull("speaker");
    }
    if (entry.quotation().mention().isPresent()) {
      Span mention = entry.quotation().mention().get();
      node.putArray("mention")
          .add(codePoints(text, mention.start()))
          .add(codePoints(text, mention.end()));
    } else {
      node.putNull("mention");
    }
    return node;
  }

  private static int codePoints(String text, int index) {
    return text.codePointCount(0, index);
  }
}
