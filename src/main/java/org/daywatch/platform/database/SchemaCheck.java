package org.daywatch.platform.database;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Start-up refuses a schema in which one tenant could read another: each query lists holes, and none may exist. */
public final class SchemaCheck {

    private static final String IN_ROOMS = "n.nspname in ('" + String.join("','", DatabaseRoles.ROOMS) + "')";

    /**
     * Exempt though the application reads rows of organizations there: each leads from the hash of a code that somebody
     * without an account typed to the organization, before anybody can be bound; it holds that and a number of the row
     * it is for, which row security keeps.
     */
    private static final String CODES_BEFORE_ANYBODY = "'training.class_code', 'training.course_code', 'directory.kiosk_code', 'relationships.tip_receipt'";

    /** @param what its rows mean; @param remedy what whoever wrote the migration does about it */
    private record Hole(String what, String remedy, String query) {}

    private static final List<Hole> HOLES = List.of(
            new Hole("table without a declared kind",
                    "its migration must say whose rows it holds: call platform.protect('TABLE', kind, owner, …), or platform.exempt with the reason",
                    """
                    select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                    where %s and c.relkind in ('r', 'p') and c.relname <> 'migration_history'
                      and coalesce(obj_description(c.oid), '') !~ '^kind=(shared|agency|district|tenant|public|exempt) '"""),
            new Hole("exempt table in which the application reads rows of organizations",
                    "call platform.protect, or leave it to dw_signin or dw_worker",
                    """
                    select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                    where %s and c.relkind in ('r', 'p') and obj_description(c.oid) ~ '^kind=exempt '
                      and n.nspname || '.' || c.relname not in (""" + CODES_BEFORE_ANYBODY
                            + """
                    ) and has_any_column_privilege('dw_app', c.oid, 'select')
                      and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                          and (a.attname ~ '^(tenant|org|agency|district|department)_id$' or a.attname ~ 'serialized|payload'))"""),
            new Hole("table whose row security is not enabled and forced",
                    "a later statement switched it off: alter table … enable, and force, row level security",
                    """
                    select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                    where %s and c.relkind in ('r', 'p') and c.relname <> 'migration_history'
                      and obj_description(c.oid) !~ '^kind=exempt ' and not (c.relrowsecurity and c.relforcerowsecurity)"""),
            new Hole("table without the policy of its kind",
                    "the policy that platform.protect wrote was renamed, replaced or given to another role: call it again",
                    """
                    select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                    where %s and c.relkind in ('r', 'p') and obj_description(c.oid) ~ '^kind=(shared|agency|district|tenant) '
                      and not exists (select 1 from pg_policies p where p.schemaname = n.nspname and p.tablename = c.relname
                          and p.policyname = substring(obj_description(c.oid) from '^kind=([a-z]+)') and p.roles = '{dw_app}'
                          and p.qual ~ ('\\m' || substring(obj_description(c.oid) from 'owner=([a-z_]+)') || '\\M'))"""),
            new Hole("policy that lets the application see rows of nobody in particular",
                    "name the tenant in it (current_tenant), or drop it: policies are added to each other", """
                    select p.schemaname || '.' || p.tablename || ' ' || p.policyname from pg_policies p
                    where p.schemaname in (select n.nspname from pg_namespace n where %s) and ('dw_app' = any(p.roles) or 'public' = any(p.roles))
                      and coalesce(p.qual, p.with_check) !~ 'current_tenant'"""),
            new Hole("table whose primary or unique key leaves out its owner",
                    "put the owner's column into the key, or two tenants could learn of each other's rows", """
                    select n.nspname || '.' || c.relname || ' ' || i.indexrelid::regclass from pg_index i
                    join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
                    where %s and i.indisunique and obj_description(c.oid) ~ '^kind=(shared|agency|district|tenant) '
                      and not exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attnum = any(i.indkey)
                          and a.attname = substring(obj_description(c.oid) from 'owner=([a-z_]+)'))"""),
            new Hole("view that reads with its owner's rights",
                    "write it with (security_invoker = true); a materialized view becomes a table",
                    """
                    select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                    where %s and (c.relkind = 'm' or c.relkind = 'v' and not coalesce(c.reloptions::text like '%%security_invoker=true%%', false))"""),
            new Hole("function that runs with its owner's rights",
                    "write it without security definer", """
                    select n.nspname || '.' || f.proname from pg_proc f join pg_namespace n on n.oid = f.pronamespace
                    where %s and f.prosecdef"""),
            new Hole("serving role that owns a table, is superuser or bypasses row security",
                    "give the table to dw_owner and the role nothing but its grants", """
                    select r.rolname from pg_roles r where r.rolname in ('dw_app', 'dw_signin', 'dw_worker') and (r.rolsuper or r.rolbypassrls
                      or exists (select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace where %s and c.relowner = r.oid)
                      or exists (select 1 from pg_auth_members m where m.member = r.oid))"""));

    private SchemaCheck() {}

    /** @throws IllegalStateException naming every hole found */
    public static void refuseHoles(String url, String ownerPassword) {
        var found = new ArrayList<String>();
        try (var connection = DriverManager.getConnection(url, "dw_owner", ownerPassword);
                var statement = connection.createStatement()) {
            for (var hole : HOLES) {
                try (var rows = statement.executeQuery(hole.query().formatted(IN_ROOMS))) {
                    while (rows.next())
                        found.add(rows.getString(1) + ": " + hole.what() + ". Remedy: " + hole.remedy() + ".");
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The schema could not be checked: " + e.getMessage(), e);
        }
        if (!found.isEmpty()) {
            throw new IllegalStateException(
                    "Daywatch does not start: the schema has holes.\n  " + String.join("\n  ", found));
        }
    }
}
