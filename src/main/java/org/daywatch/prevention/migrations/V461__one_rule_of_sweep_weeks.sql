-- What a programme demands says how many weeks of sheets are at hand; a second copy of the same number for Texas could be changed without the first.
delete from directory.programme_rule where id = 'SWEEP-SHEET-WEEKS-TX';
update directory.programme_rule set words = 'The sheets of door sweeps of so many school weeks are at hand, where no programme of the school says otherwise.' where id = 'SWEEP-SHEET-WEEKS';
