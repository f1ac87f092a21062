package onrecord.page;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Decides which addresses of articles become links: those of web pages, and no others. */
public final class WebAddress {

  private static final int MAX_LENGTH = 2_000;

  private WebAddress() {}

  /**
   * {@return an address if it is an absolute one of HTTP or HTTPS with a host; empty for any other
   * text, such as a script or a file}
   */
  public static Optional<String> link(Optional<String> address) {
    return address.filter(WebAddress::isOfWebPage);
  }

  private static boolean isOfWebPage(String address) {
    if (address.length() > MAX_LENGTH) {
      return false;
    }
    try {
      URI uri = new URI(address);
      return uri.getHost() != null
          && ("http".equalsIgnoreCase(uri.getScheme())
              || "https".equalsIgnoreCase(uri.getScheme()));
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
