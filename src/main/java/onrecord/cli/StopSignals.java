package onrecord.cli;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Receives the signals that ask the process to end, while a command runs that can stop in an
 * orderly way. The first signal is reported; when any signal is received again more than a second
 * later, the process ends at once. Other signals after the first have no effect: a terminal, a
 * program such as {@code timeout} and the launcher send several for one request, in any order.
 * Thread-safe.
 *
 * <p>A shutdown hook of Java would receive only the first signal. The class {@code sun.misc.Signal}
 * is used by reflection, because the compiler warns of it; where it is missing, or the system does
 * not have a signal, or ignores it, signals have the effect they would have without this class.
 */
final class StopSignals implements AutoCloseable {

  private static final Duration ONE_REQUEST = Duration.ofSeconds(1);

  private final Consumer<StopSignal> observer;
  private final AtomicReference<Optional<StopSignal>> first =
      new AtomicReference<>(Optional.empty());
  // When each signal was received first, as System.nanoTime gives it.
  private final Map<StopSignal, Long> received = new ConcurrentHashMap<>();
  private final Map<StopSignal, Object> previous = new EnumMap<>(StopSignal.class);

  private StopSignals(Consumer<StopSignal> observer) {
    this.observer = observer;
  }

  /**
   * Receives signals until it is closed.
   *
   * @param observer is notified of the first one by another thread
   */
  static StopSignals receive(Consumer<StopSignal> observer) {
    StopSignals signals = new StopSignals(observer);
    for (StopSignal signal : StopSignal.values()) {
      signals
          .handler(signal)
          .flatMap(handler -> handle(signal, handler))
          .ifPresent(handler -> signals.previous.put(signal, handler));
    }
    return signals;
  }

  /** {@return the first signal that was received} */
  Optional<StopSignal> first() {
    return first.get();
  }

  private void receive(StopSignal signal) {
    long now = System.nanoTime();
    Long before = received.putIfAbsent(signal, now);
    if (before != null && now - before > ONE_REQUEST.toNanos()) {
      signal.endProcess();
    }
    if (first.getAndUpdate(known -> known.or(() -> Optional.of(signal))).isEmpty()) {
      observer.accept(signal);
    }
  }

  /** {@return a {@code sun.misc.SignalHandler}, if there is this interface} */
  private Optional<Object> handler(StopSignal signal) {
    Consumer<StopSignal> receiver = this::receive;
    try {
      MethodHandle received =
          MethodHandles.insertArguments(
              MethodHandles.publicLookup()
                  .findVirtual(
                      Consumer.class, "accept", MethodType.methodType(void.class, Object.class)),
              0,
              receiver,
              signal);
      return Optional.of(
          MethodHandleProxies.asInterfaceInstance(
              Class.forName("sun.misc.SignalHandler"),
              MethodHandles.dropArguments(received, 0, Class.forName("sun.misc.Signal"))));
    } catch (ReflectiveOperationException e) {
      return Optional.empty();
    }
  }

  /** {@return the handler that the signal had before, unless it cannot be handled} */
  private static Optional<Object> handle(StopSignal signal, Object handler) {
    try {
      Class<?> type = Class.forName("sun.misc.Signal");
      Object name = type.getConstructor(String.class).newInstance(signal.name());
      return Optional.of(
          type.getMethod("handle", type, Class.forName("sun.misc.SignalHandler"))
              .invoke(null, name, handler));
    } catch (InvocationTargetException e) {
      // The system does not have the signal, or the option -Xrs reserves it.
      return Optional.empty();
    } catch (ReflectiveOperationException e) {
      return Optional.empty();
    }
  }

  /** Lets the signals have their previous effect. */
  @Override
  public void close() {
    previous.forEach(StopSignals::handle);
  }
}
