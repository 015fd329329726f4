package org.daywatch.training.lessons.library;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.training.lessons.Lesson;
import org.daywatch.training.lessons.Lessons;
import org.daywatch.training.lessons.LibraryLesson;
import org.springframework.stereotype.Component;

/** What comes with Daywatch and what was added, as one library. */
@Component
class LessonLibrary implements Lessons {

    private static final Comparator<LibraryLesson> ORDER = Comparator
            .<LibraryLesson, Integer>comparing(l -> l.in("en").topic().ordinal()).thenComparing(l -> l.in("en").band())
            .thenComparing(l -> l.in("en").title()).thenComparing(LibraryLesson::code);

    private final OwnLessonStore own;
    private final Organizations organizations;

    LessonLibrary(OwnLessonStore own, Organizations organizations) {
        this.own = own;
        this.organizations = organizations;
    }

    @Override
    public Optional<Lesson> find(String code, int edition, String language) {
        var shipped = ShippedLessons.ALL.stream();
        var added = own.list(agency(), Tenancy.tenant()).stream().flatMap(o -> o.editions().stream());
        return Stream.concat(shipped, added)
                .filter(l -> l.code().equals(code) && l.edition() == edition && l.language().equals(language))
                .findFirst();
    }

    @Override
    public List<LibraryLesson> list() {
        var all = new ArrayList<LibraryLesson>();
        ShippedLessons.ALL.stream().collect(Collectors.groupingBy(Lesson::code)).values()
                .forEach(editions -> all.add(onShelf(editions, "", false)));
        for (var o : own.list(agency(), Tenancy.tenant())) {
            if (!o.editions().isEmpty())
                all.add(onShelf(o.editions(), organizations.find(o.districtId() == null ? agency() : o.districtId())
                        .map(Organizations.Organization::name).orElse("?"), o.retired()));
        }
        return all.stream().sorted(ORDER).toList();
    }

    private static LibraryLesson onShelf(List<Lesson> editions, String owner, boolean retired) {
        var numbers = editions.stream().map(Lesson::edition).distinct().sorted(Comparator.reverseOrder()).toList();
        var languages = new TreeMap<String, Lesson>();
        editions.stream().filter(l -> l.edition() == numbers.getFirst()).forEach(l -> languages.put(l.language(), l));
        return new LibraryLesson(editions.getFirst().code(), numbers.getFirst(), languages, numbers, owner, retired);
    }

    /** The agency that is bound, or that runs the program of the district that is. */
    UUID agency() {
        var bound = organizations.find(Tenancy.tenant())
                .orElseThrow(() -> new NotFound("organization " + Tenancy.tenant()));
        return bound.kind().equals("AGENCY") || bound.parent() == null ? bound.id() : bound.parent();
    }
}
