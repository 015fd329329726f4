package org.daywatch.prevention.instruments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.daywatch.platform.errors.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All instruments a reader may use: those that are shipped, and those their district loaded. */
@Component
@Transactional(readOnly = true)
public class Instruments {

    private final InstrumentStore loaded;
    private final List<Shipped> shipped;

    Instruments(InstrumentStore loaded) {
        this.loaded = loaded;
        this.shipped = shipped();
    }

    record Shipped(Instrument instrument, String file) {}

    /** @param by null: shipped; @param retired no new assessment is made with it */
    public record Listed(Instrument instrument, @Nullable String by, java.time.@Nullable Instant loadedAt,
            boolean retired) {}

    /** @throws NotFound when it is not there */
    public Instrument get(String code, int edition) {
        return shipped.stream().map(Shipped::instrument).filter(i -> i.code().equals(code) && i.edition() == edition)
                .findFirst()
                .or(() -> loaded.find(code, edition).map(InstrumentStore.Row::instrument))
                .orElseThrow(() -> new NotFound("instrument " + code + " " + edition));
    }

    public String file(String code, int edition) {
        return shipped.stream().filter(s -> s.instrument().code().equals(code) && s.instrument().edition() == edition)
                .map(Shipped::file).findFirst()
                .or(() -> loaded.find(code, edition).map(InstrumentStore.Row::file))
                .orElseThrow(() -> new NotFound("instrument " + code + " " + edition));
    }

    /** Every edition, the newest of each first. */
    public List<Listed> list() {
        var all = new ArrayList<Listed>();
        shipped.forEach(s -> all.add(new Listed(s.instrument(), null, null, newer(s.instrument()))));
        loaded.list().forEach(r -> all.add(new Listed(r.instrument(), r.by(), r.at(), r.retired())));
        all.sort(Comparator.<Listed, String>comparing(l -> l.instrument().code())
                .thenComparing(l -> -l.instrument().edition()));
        return all;
    }

    /** Of each the newest edition that is not retired. */
    public List<Instrument> usable() {
        var usable = new ArrayList<Instrument>();
        for (var l : list())
            if (!l.retired() && usable.stream().noneMatch(i -> i.code().equals(l.instrument().code())))
                usable.add(l.instrument());
        return usable;
    }

    boolean isShipped(String code) {
        return shipped.stream().anyMatch(s -> s.instrument().code().equals(code));
    }

    private boolean newer(Instrument of) {
        return shipped.stream().map(Shipped::instrument)
                .anyMatch(i -> i.code().equals(of.code()) && i.edition() > of.edition());
    }

    private static List<Shipped> shipped() {
        var all = new ArrayList<Shipped>();
        try {
            for (var resource : new PathMatchingResourcePatternResolver()
                    .getResources("classpath:/instruments/*.json")) {
                byte[] file = resource.getContentAsByteArray();
                var read = InstrumentReader.read(file);
                all.add(new Shipped(
                        read.instrument().orElseThrow(
                                () -> new IllegalStateException(resource.getFilename() + ": " + read.faults())),
                        new String(file, StandardCharsets.UTF_8)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The instruments on board cannot be read.\nMaybe the jar is damaged.", e);
        }
        return List.copyOf(all);
    }
}
