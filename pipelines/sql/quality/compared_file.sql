-- Files that count in only one of two snapshots, or with another content. One row per such path.
with older_file as (
    select relative_path, sha256 from older.source_file where superseded_by is null
),

newer_file as (
    select relative_path, sha256 from newer.source_file where superseded_by is null
),

compared as (
    select
        case
            when older_file.sha256 is null then 'appeared'
            when newer_file.sha256 is null then 'vanished'
            else 'replaced'
        end as fate,
        relative_path,
    from older_file
    full join newer_file using (relative_path)
    where older_file.sha256 is distinct from newer_file.sha256
)

select * from compared
order by fate, relative_path
