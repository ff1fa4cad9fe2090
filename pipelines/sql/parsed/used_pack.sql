-- Numbers of the packs in which files of these deliveries are. One row per pack.
select distinct file_ref // ? as pack_number
from applicant_file
where file_ref is not null
