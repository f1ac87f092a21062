package onrecord.cli;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import onrecord.Archive;
import onrecord.serve.SearchServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Serves a page to search an archive. */
@Command(
    name = "serve",
    description = {
      "Serves a page to search the archive in a browser, on this machine alone unless --address is"
          + " given, until it is stopped by Ctrl-C. Programs find the JSON of the other commands"
          + " under /api, which /api/openapi.json describes; error-rates takes the sheet as the"
          + " content of a POST. What is committed to the archive"
          + " meanwhile is found.",
      "Anybody who can reach the address can read the archive; there is no password."
    })
final class ServeCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private final ReadArchiveOption archive = new ReadArchiveOption();

  @Option(
      names = "--address",
      paramLabel = "ADDRESS",
      description = "Name or IP address to listen on. Default: ${DEFAULT-VALUE}.")
  private String address = "127.0.0.1";

  @Option(
      names = "--port",
      converter = WholeNumber.Port.class,
      paramLabel = "N",
      description = "Port to listen on; 0 for any that is free. Default: ${DEFAULT-VALUE}.")
  private int port = 8080;

  ServeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    JdkModule.HTTP_SERVER.requireFor("serve", ModuleLayer.boot());
    CountDownLatch stopped = new CountDownLatch(1);
    try (StopSignals signals = StopSignals.receive(signal -> stopped.countDown());
        Archive open = archive.openReadOnly();
        SearchServer server = start(open)) {
      terminal.line("Serving " + archive.folder() + " at " + server.address());
      terminal.line("Ctrl-C stops it.");
      terminal.flush();
      stopped.await();
      terminal.complain("stopped");
      return signals.first().map(StopSignal::exitCode).orElse(0);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  private SearchServer start(Archive open) throws IOException {
    try {
      return SearchServer.start(open, new InetSocketAddress(InetAddress.getByName(address), port));
    } catch (BindException | UnknownHostException e) {
      throw new IOException(
          "cannot serve at " + address + ", port " + port + ": " + e.getMessage(), e);
    }
  }
}
