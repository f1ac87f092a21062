package onrecord.format;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import onrecord.query.FacetRequest;

/**
 * The names of the facets of one result. If a facet is counted more than once, the name of each
 * further count has a suffix, as in "published_month" or "speaker_20", and a number if that is not
 * enough. Not thread-safe.
 */
final class FacetNames {

  private final Set<String> names = new HashSet<>();

  /** {@return the name of the counts that a request specifies, after those of others} */
  String next(FacetRequest request) {
    String name = request.facet().word();
    if (names.add(name)) {
      return name;
    }
    String further = name + "_" + suffix(request);
    String unique = further;
    for (int i = 2; !names.add(unique); i++) {
      unique = further + "_" + i;
    }
    return unique;
  }

  private static String suffix(FacetRequest request) {
    return switch (request) {
      case FacetRequest.Labels labels -> String.valueOf(labels.limit());
      case FacetRequest.Dates dates -> dates.level().name().toLowerCase(Locale.ROOT);
    };
  }
}
