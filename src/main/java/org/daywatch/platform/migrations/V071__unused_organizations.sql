-- An agency may take back a district or department nothing uses; keys that refer to it keep every other from going.
create policy undoer on platform.organization for delete to dw_app
    using (parent_id = (select platform.current_tenant()) and kind in ('DISTRICT', 'DEPARTMENT'));
grant delete on platform.organization to dw_app;
