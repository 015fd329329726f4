package org.daywatch.directory.programmes.catalogue;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.daywatch.directory.Programme;

/** All programmes and all they demand. Pure. */
public record Catalogue(List<Entry> programmes, List<Demand> demands) {

    /** @param everySchool law for every school of the state; otherwise it binds those that take part */
    public record Entry(Programme programme, boolean everySchool) {}

    public Optional<Entry> find(String code) {
        return programmes.stream().filter(p -> p.programme().code().equals(code)).findFirst();
    }

    public List<Entry> of(String state) {
        return programmes.stream().filter(p -> p.programme().state().equals(state)).toList();
    }

    public List<Demand> demands(String programme) {
        return demands.stream().filter(d -> d.programme().equals(programme)).toList();
    }

    public List<Demand> demands(Collection<String> programmes) {
        return demands.stream().filter(d -> programmes.contains(d.programme())).toList();
    }

    public Optional<Demand> demand(String code) {
        return demands.stream().filter(d -> d.code().equals(code)).findFirst();
    }
}
