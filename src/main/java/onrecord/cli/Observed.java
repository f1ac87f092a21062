package onrecord.cli;

import java.util.concurrent.atomic.AtomicReference;
import onrecord.engine.ProgressObserver;

/** The share of a work on a whole archive that was last reported. Thread-safe. */
final class Observed implements ProgressObserver {

  private final AtomicReference<Amount> amount = new AtomicReference<>(Amount.of(0));

  @Override
  public void progressed(long done, long whole) {
    amount.set(Amount.of(whole == 0 ? 1 : (double) done / whole));
  }

  /** {@return how much is done} */
  Amount amount() {
    return amount.get();
  }
}
