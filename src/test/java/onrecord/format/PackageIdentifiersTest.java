package onrecord.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import onrecord.format.PackageDescription.Creator;
import onrecord.query.Citation;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The identifiers of persons and of the package itself in the metadata of a package. */
class PackageIdentifiersTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Citation CITATION = ResearchPackageTest.citation(3);

  private static PackageMetadata metadata(PackageDescription described) {
    return new PackageMetadata(described, CITATION, CITATION.archive().orElseThrow());
  }

  @Test
  void personsAndThePackageHaveTheirIdentifiers() {
    PackageMetadata metadata =
        metadata(
            new PackageDescription(
                "Ferries",
                List.of(
                    new Creator(
                        "Holm, Ada",
                        Creator.Kind.PERSON,
                        Optional.of(new Orcid("0000-0002-1694-233X"))),
                    new Creator("Plume", Creator.Kind.PERSON)),
                "CC0",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Doi("10.5281/zenodo.1234"))));

    JsonNode cited = JSON.readTree(metadata.dataCite());
    assertThat(cited.get("doi").stringValue()).isEqualTo("10.5281/zenodo.1234");
    assertThat(cited.get("creators"))
        .isEqualTo(
            JSON.readTree(
                """
                [{"name": "Holm, Ada", "nameType": "Personal", "givenName": "Ada",
                  "familyName": "Holm", "nameIdentifiers": [
                    {"nameIdentifier": "https://orcid.org/0000-0002-1694-233X",
                     "nameIdentifierScheme": "ORCID", "schemeUri": "https://orcid.org"}]},
                 {"name": "Plume", "nameType": "Personal"}]
                """));
    JsonNode graph = JSON.readTree(metadata.crate(List.of())).get("@graph");
    assertThat(graph.get(1).get("identifier"))
        .isEqualTo(
            JSON.readTree("[\"https://doi.org/10.5281/zenodo.1234\", \"" + CITATION.id() + "\"]"));
    assertThat(graph.get(1).get("author"))
        .isEqualTo(
            JSON.readTree(
                """
                [{"@id": "https://orcid.org/0000-0002-1694-233X"}, {"@id": "#creator-2"}]
                """));
    assertThat(graph)
        .extracting(entity -> entity.get("@id").stringValue())
        .contains("https://orcid.org/0000-0002-1694-233X", "#creator-2")
        .doesNotContain("#creator-1");
  }

  @Test
  void packageWithoutThemHasTheIdOfTheCitation() {
    PackageMetadata metadata =
        metadata(
            new PackageDescription(
                "Ferries", List.of(new Creator("Plume", Creator.Kind.PERSON)), "CC0"));

    assertThat(JSON.readTree(metadata.dataCite()).has("doi")).isFalse();
    assertThat(JSON.readTree(metadata.crate(List.of())).at("/@graph/1/identifier").stringValue())
        .isEqualTo(CITATION.id());
  }

  @Test
  void identifierIsThatOfOnePerson() {
    Optional<Orcid> orcid = Optional.of(new Orcid("0000-0002-1825-0097"));

    assertThatThrownBy(() -> new Creator("Quay", Creator.Kind.ORGANIZATION, orcid))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an ORCID iD must be that of a person, but Quay is an organization");
    Creator one = new Creator("Holm, Ada", Creator.Kind.PERSON, orcid);
    Creator other = new Creator("Holm, A.", Creator.Kind.PERSON, orcid);
    assertThatThrownBy(() -> new PackageDescription("Ferries", List.of(one, other), "CC0"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("creators of a package must have different ORCID iDs");
  }
}
