package onrecord.serve;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The names by which the server may be addressed. A page of another site can make a browser send
 * requests to this machine under a name of that site, whose address it changes; such requests are
 * recognized by the name.
 *
 * @param name the name or address that the server was started with
 */
record HostNames(String name) {

  private static final Pattern PORT = Pattern.compile(":\\d{1,5}$");
  private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
  private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-f:.]{2,45}\\]");

  /** {@return the names of a server on an address} */
  static HostNames of(InetAddress address) {
    String text = address.toString();
    return new HostNames(text.substring(0, text.indexOf('/')).toLowerCase(Locale.ROOT));
  }

  /**
   * {@return whether a request is for this server: whether it has one header {@code Host}, with an
   * IP address, which no other site can have, {@code localhost} or the server's own name}
   */
  boolean areIn(List<String> headers) {
    if (headers.size() != 1) {
      return false;
    }
    String host = PORT.matcher(headers.get(0).toLowerCase(Locale.ROOT)).replaceFirst("");
    return host.equals("localhost")
        || IPV4.matcher(host).matches()
        || IPV6.matcher(host).matches()
        || (!name.isEmpty() && host.equals(name));
  }
}
