package org.daywatch.platform.scanner;

import java.io.InputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The scanner of this installation, if one is named ({@code daywatch.clamav}). */
@Component
public class Scanner implements AutoCloseable {

    /** How it is, for whoever keeps the house running. */
    public enum State { NONE, ANSWERS, AWAY }

    private volatile @Nullable Clamd clamd;

    Scanner(@Value("${daywatch.clamav:}") String address, @Value("${daywatch.clamav-deadline:60s}") Duration deadline) {
        this.clamd = address.isBlank() ? null : new Clamd(ScannerAddress.of(address), deadline);
    }

    public State state() {
        var named = clamd;
        return named == null ? State.NONE : named.answers() ? State.ANSWERS : State.AWAY;
    }

    /** @param other null: none */
    void change(@Nullable Clamd other) {
        clamd = other;
    }

    boolean named() {
        return clamd != null;
    }

    Scanned scan(InputStream file) {
        var named = clamd;
        return named == null ? new Scanned.Clean() : named.scan(file);
    }

    @Override
    public void close() {
        var named = clamd;
        if (named != null) named.close();
    }
}
