package org.daywatch.directory.programs.due;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.daywatch.directory.Campus;
import org.daywatch.directory.RuleBook;
import org.daywatch.directory.programs.catalog.Catalog;

/**
 * What is asked in a year by one program, laid out once for all schools that have the year, the days in it and the
 * rules in common. For one reading.
 */
final class SharedYears {

    private final Catalog catalog;
    private final RuleBook book;
    private final LocalDate asOf;
    /** {@link SessionYears} hands one year to all schools that share it: which one it is tells years apart. */
    private final Map<SessionYear, Map<Span, AskedYear>> years = new IdentityHashMap<>();

    private record Span(String program, LocalDate first, LocalDate last, List<String> scopes) {}

    SharedYears(Catalog catalog, RuleBook book, LocalDate asOf) {
        this.catalog = catalog;
        this.book = book;
        this.asOf = asOf;
    }

    AskedYear of(Participation.Bound bound, SessionYear whole, Campus school) {
        var scopes = book.written(Participation.scopes(school));
        var span = new Span(bound.program(), whole.first(bound.from()), whole.last(bound.to()), scopes);
        return years.computeIfAbsent(whole, y -> new HashMap<>()).computeIfAbsent(span,
                s -> new AskedYear(catalog.demands(s.program()), whole.during(s.first(), s.last()),
                        new DueList.Rules(book, scopes), asOf));
    }
}
