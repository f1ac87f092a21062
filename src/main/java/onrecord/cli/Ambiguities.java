package onrecord.cli;

import com.google.common.collect.Multiset;
import com.google.common.collect.Multisets;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onrecord.Archive;
import onrecord.extract.SpeakerAuthority;
import onrecord.model.KnownSpeaker;
import onrecord.query.Facet;
import onrecord.query.FacetCount;
import onrecord.query.FacetRequest;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.query.Selection;
import tools.jackson.core.JsonGenerator;

/** Names in quotations that a list of known speakers has for several speakers. */
record Ambiguities(SpeakerAuthority authority, List<FacetCount> names) {

  /** {@return those in an archive, in descending order of their quotations} */
  static Ambiguities of(Archive archive, SpeakerAuthority authority) throws IOException {
    if (authority.ambiguousNames().isEmpty()) {
      return new Ambiguities(authority, List.of());
    }
    Search search =
        Search.builder(Query.all())
            .kinds(Selection.ALL_KINDS)
            .filter(Facet.SPEAKER_ID, Facet.UNKNOWN)
            .pageSize(0)
            .facet(FacetRequest.top(Facet.SPEAKER, Integer.MAX_VALUE))
            .build();
    return new Ambiguities(
        authority,
        archive.search(search).facet(Facet.SPEAKER).counts().stream()
            .filter(count -> authority.find(count.value()).size() > 1)
            .toList());
  }

  /**
   * {@return those among given names, in descending order of their occurrences}
   *
   * @param names the names, once for each quotation
   */
  static Ambiguities of(Multiset<String> names, SpeakerAuthority authority) {
    return new Ambiguities(
        authority,
        Multisets.copyHighestCountFirst(names).entrySet().stream()
            .map(name -> new FacetCount(name.getElement(), name.getCount(), 0))
            .toList());
  }

  void write(JsonGenerator out) {
    out.writeArrayPropertyStart("ambiguous");
    for (FacetCount count : names) {
      out.writeStartObject();
      out.writeStringProperty("name", count.value());
      out.writeNumberProperty("quotations", count.quotations());
      out.writeArrayPropertyStart("candidates");
      for (KnownSpeaker candidate : authority.find(count.value())) {
        out.writeStartObject();
        out.writeStringProperty("name", candidate.name());
        Json.text(out, "id", candidate.id());
        Json.text(out, "description", candidate.description());
        out.writeEndObject();
      }
      out.writeEndArray();
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  void print(Consumer<String> lines) {
    for (FacetCount count : names) {
      lines.accept(
          "Left as printed: '"
              + count.value()
              + "', in "
              + Count.of(count.quotations(), "quotation")
              + ", can be "
              + authority.find(count.value()).stream()
                  .map(Ambiguities::description)
                  .collect(Collectors.joining(" or "))
              + ".");
    }
  }

  private static String description(KnownSpeaker speaker) {
    String more =
        Stream.of(speaker.id(), speaker.description())
            .flatMap(Optional::stream)
            .collect(Collectors.joining(", "));
    return speaker.name() + (more.isEmpty() ? "" : " (" + more + ")");
  }
}
