package org.daywatch.directory.programs.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.daywatch.directory.Program;

/** All programs and all they demand. Pure. */
public record Catalog(List<Entry> programs, List<Demand> demands) {

    /** @param everySchool law for every school of the state; otherwise it binds those that take part */
    public record Entry(Program program, boolean everySchool) {}

    public Optional<Entry> find(String code) {
        return programs.stream().filter(p -> p.program().code().equals(code)).findFirst();
    }

    public List<Entry> of(String state) {
        return programs.stream().filter(p -> p.program().state().equals(state)).toList();
    }

    public List<Demand> demands(String program) {
        return demands.stream().filter(d -> d.program().equals(program)).toList();
    }

    public List<Demand> demands(Collection<String> programs) {
        return demands.stream().filter(d -> programs.contains(d.program())).toList();
    }

    public Optional<Demand> demand(String code) {
        return demands.stream().filter(d -> d.code().equals(code)).findFirst();
    }
}
