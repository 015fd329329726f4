package org.daywatch.planning.improvements;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.planning.places.PeopleAtSchool.Person;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Typed;
import org.jspecify.annotations.Nullable;

/**
 * Who may be made the owner of an improvement: somebody with an account, found by typing a part of their name, or by
 * their name alone where they have none.
 *
 * @param byLabel people by how they stand in the list, in its order
 */
public record Owners(Map<String, Person> byLabel) {

    /** Marks a name as that of somebody without an account. */
    static final String EXTERNAL = "external";
    private static final int LONGEST = 120;

    /** @param person their account; null where they have none */
    public record Owner(String name, @Nullable UUID person) {}

    /** Two of one name and role are told apart by a number. */
    public static Owners of(Page page, List<Person> people) {
        var labels = new LinkedHashMap<String, Person>();
        for (var person : people) {
            String label = person.name() + ", " + page.t("role." + person.role());
            String free = label;
            for (int i = 2; labels.containsKey(free); i++) free = label + " " + i;
            labels.put(free, person);
        }
        return new Owners(labels);
    }

    /**
     * @throws InvalidInput where nothing was written, or a name nobody here has and nobody said that they have no
     * account
     */
    public Owner chosen(Map<String, String> form) {
        String typed = Typed.must("owner", form.getOrDefault("owner", ""), LONGEST + 60);
        boolean external = "true".equals(form.get(EXTERNAL));
        if (external && typed.length() > LONGEST)
            throw new InvalidInput("owner", typed, "improvements.wrong.ownerLong");
        if (external) return new Owner(typed, null);
        return named(typed).orElseThrow(() -> new InvalidInput("owner", typed, "improvements.wrong.owner"));
    }

    /** The one who stands in the list so; a name alone will do where one person only has it. */
    public java.util.Optional<Owner> named(String typed) {
        var label = byLabel.entrySet().stream().filter(e -> e.getKey().equalsIgnoreCase(typed.strip()))
                .map(Map.Entry::getValue).findFirst();
        var same = byLabel.values().stream().filter(p -> p.name().equalsIgnoreCase(typed.strip())).toList();
        return label.or(() -> same.size() == 1 ? java.util.Optional.of(same.getFirst()) : java.util.Optional.empty())
                .map(p -> new Owner(p.name(), p.person()));
    }
}
