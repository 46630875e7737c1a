/**
 * Properties that replace a resource by the CloudFormation reference ("Update requires: Replacement", after a question mark
 * "Some interruptions" or sometimes), although the provider's schema does not call them create-only; a line a type, in the form
 * of `replacementTable`. A comparison of templates must not pass what the reference says destroys a resource. From AWS's
 * service specification (@aws-cdk/aws-service-spec 0.1.216), which @aws-cdk/cloudformation-diff decides by.
 */
export const documentedReplacements = `
AppSync::GraphQLSchema ApiId
Batch::JobDefinition Tags
Batch::JobQueue Tags
Batch::SchedulingPolicy Tags
Cassandra::Keyspace ReplicationSpecification
CertificateManager::Certificate ValidationMethod
DocDB::DBCluster EngineVersion
EC2::CapacityReservation InstanceMatchCriteria TagSpecifications
EC2::CapacityReservationFleet TagSpecifications
EC2::EIP Domain
EC2::TrafficMirrorSession NetworkInterfaceId
EC2::TransitGatewayRouteTable Tags
EC2::VPCPeeringConnection AssumeRoleRegion PeerRoleArn
EC2::VPNConnection CustomerGatewayId TransitGatewayId VpnGatewayId VpnTunnelOptionsSpecifications
ECS::Service DeploymentController
ElastiCache::CacheCluster ?AZMode ?NumCacheNodes ?PreferredAvailabilityZone
ElastiCache::ReplicationGroup ?NumNodeGroups Engine ReplicasPerNodeGroup
ElastiCache::User Engine
ElastiCache::UserGroup Engine
Elasticsearch::Domain ?AdvancedSecurityOptions ?ElasticsearchVersion ?EncryptionAtRestOptions ?NodeToNodeEncryptionOptions
Events::EventBus EventSourceName
FSx::FileSystem FileSystemTypeVersion
Glue::Database CatalogId
HealthLake::FHIRDatastore DatastoreName IdentityProviderConfiguration
Lambda::EventSourceMapping AmazonManagedKafkaEventSourceConfig SelfManagedKafkaEventSourceConfig
Location::GeofenceCollection Description
Location::Tracker Description PositionFiltering
Omics::SequenceStore Description FallbackLocation Name Tags
RDS::DBInstance ?StorageType Port
RedshiftServerless::Namespace Tags
Route53::RecordSet Name
S3::Bucket ObjectLockEnabled
SageMaker::Domain AppNetworkAccessType SubnetIds Tags
Timestream::ScheduledQuery ClientToken
`;
